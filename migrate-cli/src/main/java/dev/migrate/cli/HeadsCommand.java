package dev.migrate.cli;

import picocli.CommandLine.Command;

/** {@code migrate heads}. */
@Command(
        name = "heads",
        description = "List the revisions that no other follows; with --verbose, all that is known of them. Needs no"
                + " database.")
final class HeadsCommand extends Subcommand {

    @Override
    public void run() {
        report().heads(migrations().authoring().heads());
    }
}
