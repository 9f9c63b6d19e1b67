package dev.migrate.cli;

import picocli.CommandLine.Command;

/** {@code migrate journal}. */
@Command(
        name = "journal",
        description = "List all that was done with the database, the oldest first; with --verbose, each statement."
                + " Needs no migrations.")
final class JournalCommand extends Subcommand {

    @Override
    public void run() {
        report().journal(Journal.all(connected()));
    }
}
