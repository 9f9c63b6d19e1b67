package dev.migrate.examples.emotionalchat;

import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import dev.migrate.testing.documents.DocumentRunner;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** The README of the example is correct; it is executed in a copy, because it changes an entity. */
class MakefileIT {

    private static final Path LAUNCHER = Path.of("..", "..", "migrate-cli", "target", "migrate");

    @TempDir
    private Path folder;

    @DatabaseTest(one = true)
    void theReadmeIsCorrect(TestDatabase database) throws IOException {
        Path copy = folder.resolve("emotional-chat");
        for (String part : List.of("src/main", "target/classes", "target/libraries", "target/classpath")) {
            copy(Path.of(part), copy);
        }
        copy(Path.of("Makefile"), copy);
        copy(Path.of("migrate.properties"), copy);
        copy(Path.of("pom.xml"), copy);
        DocumentRunner reader = new DocumentRunner(copy)
                .withProgram(Path.of(System.getProperty("java.home"), "bin", "java"))
                .with("MIGRATE", LAUNCHER.toRealPath().toString())
                .with("COMPILE", "javac -d target/classes -proc:none -cp \"$$(cat target/classpath)\" $(SOURCES)");
        reader.where("jdbc:mysql://localhost:3306/emotional_chat", database.url())
                // The URL contains an account.
                .where("DB_USER=chat", "DB_USER=")
                .where("DB_PASSWORD=secret", "DB_PASSWORD=")
                .follow(Path.of("README.md"));
    }

    private static void copy(Path from, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path to = folder.resolve(file.toString().replace(File.separatorChar, '/'));
                Files.createDirectories(to.getParent());
                if (Files.isRegularFile(file)) {
                    Files.copy(file, to);
                }
            }
        }
    }
}
