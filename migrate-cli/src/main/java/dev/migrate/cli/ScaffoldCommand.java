package dev.migrate.cli;

import dev.migrate.Authoring;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code migrate scaffold}. */
@Command(
        name = "scaffold",
        description = {
            "Make a new project: the configuration, the template of migrations, the folder for them, an environment"
                    + " class, and a .gitignore.",
            "What is there already is left alone. Needs no database."
        })
final class ScaffoldCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The folder, which is made if it does not exist. Without it, the working folder.")
    private Path folder;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.println(write(Configuration.FILE_NAME, resource(Configuration.FILE_NAME)));
        out.println(write("migration.template", Authoring.defaultTemplate()));
        out.println(write("migrations/ProjectEnvironment.java", resource("ProjectEnvironment.java")));
        out.println(write(".gitignore", resource("gitignore")));
        String goThere = place("").toString().isEmpty() ? "" : "cd " + place("") + "; ";
        out.println();
        out.println("Next:");
        out.println("1. Say where the database is: url and user in " + place(Configuration.FILE_NAME)
                + ", the password in the environment variable MIGRATE_PASSWORD.");
        out.println("2. " + goThere + "migrate revision -m \"first tables\"");
        out.println("3. Fill in the file that it names; then: migrate upgrade");
        out.flush();
    }

    private Path place(String file) {
        return folder.resolve(file).normalize();
    }

    /** Says what became of it. */
    private String write(String name, String text) {
        Path file = place(name);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return "Left alone " + file + ", which was there already";
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return "Made " + file;
        } catch (IOException e) {
            throw notMade(file, e);
        }
    }

    private static UsageException notMade(Path file, IOException e) {
        return new UsageException(file + " cannot be made (" + e + ").");
    }

    private static String resource(String name) {
        String path = "scaffold/" + name;
        try (InputStream stream = ScaffoldCommand.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(stream, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
