package dev.migrate.cli;

import dev.migrate.source.SourceOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the source of a migration is written, and what it looks like. */
final class SourceFileOptions {

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "The folder that the file is put into. Without it, the one of --migrations, or that of the"
                    + " package below src/main/java.")
    private @Nullable Path directory;

    @Option(
            names = "--template",
            paramLabel = "FILE",
            description = "The text around what is generated, with ${imports}, ${annotation}, ${className}, ${up},"
                    + " ${down} and ${methods} in it.")
    private @Nullable Path template;

    @Option(
            names = "--name-pattern",
            paramLabel = "PATTERN",
            description = "How the class is called, with ${number}, ${message}, ${slug} or ${id} in it. Without it,"
                    + " M${number}_${message}.")
    private @Nullable String namePattern;

    /** Sources of a package, in a folder that the options for the migrations may have said. */
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
