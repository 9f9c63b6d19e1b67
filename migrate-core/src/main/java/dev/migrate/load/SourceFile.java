package dev.migrate.load;

import dev.migrate.error.InvalidMigrationException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.SimpleJavaFileObject;

/** One file of Java, in UTF-8. Immutable. */
final class SourceFile extends SimpleJavaFileObject {

    private static final String SUFFIX = ".java";

    private final Path path;
    private final byte[] bytes;

    private SourceFile(Path path, byte[] bytes) {
        super(uriOf(path), Kind.SOURCE);
        this.path = path;
        this.bytes = bytes;
    }

    /** The files of a folder and the folders below it, in the order of their names. */
    static List<SourceFile> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InvalidMigrationException(
                    "There is no folder " + folder + " with migrations.",
                    "Check the path; it is relative to the working folder, "
                            + Path.of("").toAbsolutePath() + ".",
                    null);
        }
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> paths = found.filter(path -> path.toString().endsWith(SUFFIX))
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
            List<SourceFile> files = new ArrayList<>();
            for (Path path : paths) {
                files.add(new SourceFile(path, Files.readAllBytes(path)));
            }
            return files;
        } catch (IOException e) {
            throw new InvalidMigrationException(
                    "The migrations in " + folder + " cannot be read: " + e + ".", "Remove the cause.", e);
        }
    }

    Path path() {
        return path;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String getCharContent(boolean ignoresEncodingErrors) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A line of the file, counted from one, without blanks around it. */
    String line(long number) {
        return getCharContent(true)
                .lines()
                .skip(Math.max(0, number - 1))
                .findFirst()
                .orElse("")
                .strip();
    }

    private static URI uriOf(Path path) {
        return path.toAbsolutePath().toUri();
    }
}
