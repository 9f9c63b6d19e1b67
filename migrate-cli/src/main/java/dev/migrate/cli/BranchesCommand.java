package dev.migrate.cli;

import picocli.CommandLine.Command;

/** {@code migrate branches}. */
@Command(name = "branches", description = "List the branch points: revisions with several children. Needs no database.")
final class BranchesCommand extends Subcommand {

    @Override
    public void run() {
        report().branches(migrations().authoring().branchPoints());
    }
}
