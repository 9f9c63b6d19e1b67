package dev.migrate.cli;

import dev.migrate.MigratorBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that runs statements of migrations, and waits for tables in use. */
abstract class RunningCommand extends LockingCommand {

    @Option(
            names = "--table-timeout",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description =
                    "How long a DDL statement waits for a table in use, in seconds. Default: 60; 0 for one attempt.")
    private @Nullable Duration tableTimeout;

    @Mixin
    private final LimitOptions limits = new LimitOptions();

    @Override
    final MigratorBuilder configured(MigratorBuilder builder) {
        MigratorBuilder withLock = super.configured(builder);
        limits.addOptionsTo(withLock, configuration());
        return tableTimeout == null ? withLock : withLock.tableTimeout(tableTimeout);
    }
}
