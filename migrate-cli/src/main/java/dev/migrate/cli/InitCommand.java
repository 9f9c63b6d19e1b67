package dev.migrate.cli;

import dev.migrate.Migrator;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code migrate init}. */
@Command(
        name = "init",
        description =
                "Make the database ready: create it and its version table if they are missing, and apply what is not"
                        + " applied yet. May be repeated.")
final class InitCommand extends RunningCommand {

    @Override
    public void run() {
        Migrator migrator = migrator();
        if (!connection().isOurs()) {
            // Only the environment class knows where its DataSource leads to: the database has to be there.
            report().initialised(migrator.init(), Optional.empty());
            return;
        }
        String database = connection().database();
        if (database.isEmpty()) {
            throw new UsageException(
                    "The URL does not say which database to make ready: --url jdbc:mysql://HOST:PORT/DATABASE.");
        }
        report().initialised(migrator.init(connection().server(), database), Optional.of(database));
    }
}
