package dev.migrate.cli;

import dev.migrate.MigratorBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that changes the database, and waits while another run is migrating it. */
abstract class LockingCommand extends Subcommand {

    @Option(
            names = "--lock-timeout",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "How long to wait for another run on the database, in seconds. Default: 60; 0 for no wait.")
    private @Nullable Duration lockTimeout;

    @Override
    MigratorBuilder configured(MigratorBuilder builder) {
        return lockTimeout == null ? builder : builder.lockTimeout(lockTimeout);
    }
}
