package dev.migrate.cli;

import dev.migrate.Migrator;
import dev.migrate.ServerInfo;
import dev.migrate.diff.SchemaDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;

/** {@code migrate check}. */
@Command(
        name = "check",
        description = {
            "Connect, and say which server, database and user these are.",
            "With a model, say how the database differs from it, and end with 1 if it does."
        })
final class CheckCommand extends Subcommand implements IExitCodeGenerator {

    private boolean isDifferent;

    @Override
    public void run() {
        Migrator migrator = whole();
        ServerInfo server = migrator.check();
        if (server.database() == null) {
            throw new UsageException(
                    "The server answers, but the URL names no database:" + " --url jdbc:mysql://HOST:PORT/DATABASE.");
        }
        report().print(server);
        if (migrator.hasModel()) {
            SchemaDiff diff = migrator.diff();
            isDifferent = !diff.isEmpty();
            out().println();
            new DiffReport(out()).print(diff);
        }
    }

    @Override
    public int getExitCode() {
        return isDifferent ? 1 : 0;
    }
}
