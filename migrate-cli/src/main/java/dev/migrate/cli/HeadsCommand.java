package dev.migrate.cli;

import picocli.CommandLine.Command;

/** {@code migrate heads}. */
@Command(
        name = "heads",
        description = "List the heads: revisions without children; with --verbose, with details. Needs no database.")
final class HeadsCommand extends Subcommand {

    @Override
    public void run() {
        report().heads(migrations().authoring().heads());
    }
}
