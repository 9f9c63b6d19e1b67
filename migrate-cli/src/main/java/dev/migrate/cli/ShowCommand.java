package dev.migrate.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code migrate show}. */
@Command(name = "show", description = "Show the details of a revision. Needs a database only for relative targets.")
final class ShowCommand extends Subcommand {

    @Parameters(paramLabel = "TARGET", description = "The revision: an id, head, heads, current, or label@head.")
    private String target;

    @Override
    public void run() {
        report().shown(migratorFor(target).authoring().show(target));
    }
}
