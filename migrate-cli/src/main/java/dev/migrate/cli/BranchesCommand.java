package dev.migrate.cli;

import picocli.CommandLine.Command;

/** {@code migrate branches}. */
@Command(name = "branches", description = "List the revisions at which lines part. Needs no database.")
final class BranchesCommand extends Subcommand {

    @Override
    public void run() {
        report().branches(migrations().authoring().branchPoints());
    }
}
