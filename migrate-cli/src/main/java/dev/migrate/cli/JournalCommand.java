package dev.migrate.cli;

import picocli.CommandLine.Command;

/** {@code migrate journal}. */
@Command(
        name = "journal",
        description =
                "List all steps that were run on the database, oldest first; with --verbose, with their statements."
                        + " Needs no migrations.")
final class JournalCommand extends Subcommand {

    @Override
    public void run() {
        report().journal(Journal.all(connected()));
    }
}
