package dev.migrate.cli;

import dev.migrate.MigratorBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that runs statements of migrations, and so waits for the tables that somebody uses. */
abstract class RunningCommand extends LockingCommand {

    @Option(
            names = "--table-timeout",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "How long a change of a table waits while somebody uses the table (60; 0 for one try).")
    private @Nullable Duration tableTimeout;

    @Override
    final MigratorBuilder configured(MigratorBuilder builder) {
        MigratorBuilder withLock = super.configured(builder);
        return tableTimeout == null ? withLock : withLock.tableTimeout(tableTimeout);
    }
}
