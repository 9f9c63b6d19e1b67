package dev.migrate.cli;

import dev.migrate.ServerInfo;
import picocli.CommandLine.Command;

/** {@code migrate check}. */
@Command(name = "check", description = "Connect, and say which server, database and user these are.")
final class CheckCommand extends Subcommand {

    @Override
    public void run() {
        ServerInfo server = connected().check();
        if (server.database() == null) {
            throw new UsageException(
                    "The server answers, but the URL names no database:" + " --url jdbc:mysql://HOST:PORT/DATABASE.");
        }
        report().print(server);
    }
}
