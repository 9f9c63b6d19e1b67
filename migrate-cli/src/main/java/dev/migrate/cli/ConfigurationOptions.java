package dev.migrate.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options for the configuration file and the environment class. */
final class ConfigurationOptions {

    private static final String ENVIRONMENT_VARIABLE = "MIGRATE_ENV";

    @Option(
            names = "--config",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "The configuration file. Default: the nearest " + Configuration.FILE_NAME
                    + " in the working directory or its parents.")
    private @Nullable Path file;

    @Option(
            names = "--env",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "The environment in the file: env.NAME.url replaces url, and so on. Default: the value of"
                    + " the environment variable " + ENVIRONMENT_VARIABLE + ".")
    private @Nullable String environment;

    @Option(
            names = "--environment",
            scope = ScopeType.INHERIT,
            paramLabel = "CLASS",
            description = "A class that implements dev.migrate.Environment,"
                    + " on the class path or among the sources of the migrations.")
    private @Nullable String environmentClass;

    private @Nullable Configuration configuration;

    /** Read on first access, because some commands do not need it. */
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
