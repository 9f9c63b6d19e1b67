package dev.migrate.cli;

import dev.migrate.MigratorBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that changes the database, and so waits until nobody else does. */
abstract class LockingCommand extends Subcommand {

    @Option(
            names = "--lock-timeout",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "How long to wait for another runner that migrates the database (60; 0 for not at all).")
    private @Nullable Duration lockTimeout;

    @Override
    MigratorBuilder configured(MigratorBuilder builder) {
        return lockTimeout == null ? builder : builder.lockTimeout(lockTimeout);
    }
}
