package dev.migrate.cli;

import dev.migrate.Migrator;
import dev.migrate.provider.DatabaseProviders;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code migrate init}. */
@Command(
        name = "init",
        description = "Create the database and its version table if they are missing, and apply all pending revisions."
                + " Can be repeated.")
final class InitCommand extends RunningCommand {

    @Override
    public void run() {
        Migrator migrator = migrator();
        if (!connection().isFromOptions()) {
            // Only the environment class knows the database of its DataSource, so it must exist.
            report().initialised(migrator.init(), Optional.empty());
            return;
        }
        String database = connection()
                .database()
                .orElseThrow(() -> new UsageException(
                        "The URL does not contain a database: --url " + DatabaseProviders.jdbcUrlExamples() + "."));
        report().initialised(migrator.init(connection().server(), database), Optional.of(database));
    }
}
