package dev.migrate.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What stands beside the command line: the file with the configuration, and the environment class. */
final class ConfigurationOptions {

    private static final String ENVIRONMENT_VARIABLE = "MIGRATE_ENV";

    @Option(
            names = "--config",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "The file with the configuration. Without it, " + Configuration.FILE_NAME
                    + " in the working folder or the nearest one above it.")
    private @Nullable Path file;

    @Option(
            names = "--env",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "Which of the file's environments counts: env.NAME.url is taken for url, and so on. Without"
                    + " it, the environment variable " + ENVIRONMENT_VARIABLE + " has the name.")
    private @Nullable String environment;

    @Option(
            names = "--environment",
            scope = ScopeType.INHERIT,
            paramLabel = "CLASS",
            description = "A class that implements dev.migrate.Environment, on the class path or among the sources of"
                    + " the migrations.")
    private @Nullable String environmentClass;

    private @Nullable Configuration configuration;

    /** Read when it is asked for: some commands need none. */
    Configuration configuration() {
        if (configuration == null) {
            Optional<String> name = Optional.ofNullable(environment)
                    .or(() -> Optional.ofNullable(System.getenv(ENVIRONMENT_VARIABLE)))
                    .filter(text -> !text.isEmpty());
            configuration = Configuration.read(
                    Optional.ofNullable(file), name, Path.of("").toAbsolutePath(), System.getenv());
        }
        return configuration;
    }

    Optional<String> environmentClass() {
        return Optional.ofNullable(environmentClass).or(() -> configuration().text(Key.ENVIRONMENT));
    }
}
