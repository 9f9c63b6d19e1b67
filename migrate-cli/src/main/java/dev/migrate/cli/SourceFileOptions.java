package dev.migrate.cli;

import dev.migrate.source.SourceOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for the source of a new migration. */
final class SourceFileOptions {

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "The folder of the new file. Default: the folder of --migrations, or the folder of the"
                    + " package under src/main/java.")
    private @Nullable Path directory;

    @Option(
            names = "--template",
            paramLabel = "FILE",
            description = "The template of the source, with $${imports}, $${annotation}, $${className}, $${up},"
                    + " $${down} and $${methods}.")
    private @Nullable Path template;

    @Option(
            names = "--name-pattern",
            paramLabel = "PATTERN",
            description = "The pattern of the class or file name, with $${number}, $${message}, $${slug} or $${id}."
                    + " Default: M$${number}_$${message}.")
    private @Nullable String namePattern;

    /** The sources of a package, in a folder that the options for the migrations may specify. */
    SourceOptions of(String packageName, Optional<Path> folder, Configuration configuration) {
        SourceOptions options = SourceOptions.of(packageName);
        options = options.folder(Optional.ofNullable(directory)
                .or(() -> configuration.path(Key.DIRECTORY))
                .or(() -> folder)
                .orElse(configuration.placed(options.folder())));
        Optional<String> pattern = Optional.ofNullable(namePattern).or(() -> configuration.text(Key.NAME_PATTERN));
        if (pattern.isPresent()) {
            options = options.naming(pattern.get());
        }
        Optional<Path> around = Optional.ofNullable(template).or(() -> configuration.path(Key.TEMPLATE));
        return around.isPresent() ? options.template(text(around.get())) : options;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UsageException("The template " + file + " cannot be read (" + e + ").");
        }
    }
}
