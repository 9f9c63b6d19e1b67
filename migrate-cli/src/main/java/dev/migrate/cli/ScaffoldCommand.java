package dev.migrate.cli;

import dev.migrate.SourceOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code migrate scaffold}. */
@Command(
        name = "scaffold",
        description = {
            "Make a new project: the configuration, the template of migrations, the folder for them, an environment"
                    + " class, and a .gitignore.",
            "What is there already is left alone. Needs no database."
        })
final class ScaffoldCommand extends Subcommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The folder, which is made if it does not exist. Without it, the working folder.")
    private Path folder;

    @Override
    public void run() {
        write(Configuration.FILE_NAME, resource(Configuration.FILE_NAME));
        write("migration.template", SourceOptions.standardTemplate());
        write("migrations/ProjectEnvironment.java", resource("ProjectEnvironment.java"));
        write(".gitignore", resource("gitignore"));
        String configuration = place(Configuration.FILE_NAME).toString();
        out().println();
        out().println("Next:");
        out().println("1. Say where the database is: url and user in " + configuration
                + "; the password in the environment variable MIGRATE_PASSWORD.");
        out().println("2. " + (place("").equals(Path.of("")) ? "" : "cd " + place("") + "; ")
                + "migrate revision -m \"first tables\", and fill in the file that it names.");
        out().println("3. migrate upgrade");
        out().flush();
    }

    private Path place(String file) {
        return folder.resolve(file).normalize();
    }

    private void write(String name, String text) {
        Path file = place(name);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            out().println("Made " + file);
        } catch (FileAlreadyExistsException e) {
            if (!file.toString().equals(e.getFile())) {
                throw notMade(file, e);
            }
            out().println("Left alone " + file + ", which was there already");
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
