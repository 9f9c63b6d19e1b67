package dev.migrate.cli;

import picocli.CommandLine.Command;

/** {@code migrate history}. */
@Command(name = "history", description = "List all revisions, the newest first.")
final class HistoryCommand extends Subcommand {

    @Override
    public void run() {
        report().printHistory(migrator().history());
    }
}
