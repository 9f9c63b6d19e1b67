package dev.migrate.cli;

import picocli.CommandLine.Command;

/** {@code migrate heads}. */
@Command(name = "heads", description = "List the revisions that no other follows. Needs no database.")
final class HeadsCommand extends Subcommand {

    @Override
    public void run() {
        report().printDetails(migrations().heads());
    }
}
