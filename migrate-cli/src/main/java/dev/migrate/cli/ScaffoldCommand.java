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
            "Create a new project: the configuration, the template of migrations, their folder, an environment"
                    + " class, and a .gitignore.",
            "Existing files are not changed. Needs no database."
        })
final class ScaffoldCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The folder, which is created if it does not exist. Default: the working directory.")
    private Path folder;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.println(write(Configuration.FILE_NAME, resource(Configuration.FILE_NAME)));
        out.println(write("migration.template", Authoring.defaultTemplate()));
        out.println(write("migrations/ProjectEnvironment.java", resource("ProjectEnvironment.java")));
        out.println(write(".gitignore", resource("gitignore")));
        String changeDirectory = place("").toString().isEmpty() ? "" : "cd " + place("") + "; ";
        out.println();
        out.println("Next:");
        out.println("1. Configure the database: url and user in " + place(Configuration.FILE_NAME)
                + ", the password in the environment variable MIGRATE_PASSWORD.");
        out.println("2. " + changeDirectory + "migrate revision -m \"first tables\"");
        out.println("3. Edit the file that it prints; then run: migrate upgrade");
        out.flush();
    }

    private Path place(String file) {
        return folder.resolve(file).normalize();
    }

    /** Prints the result for one file. */
    private String write(String name, String text) {
        Path file = place(name);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return "Kept " + file + ", which already exists";
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return "Made " + file;
        } catch (IOException e) {
            throw notCreated(file, e);
        }
    }

    private static UsageException notCreated(Path file, IOException e) {
        return new UsageException(file + " cannot be created (" + e + ").");
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
