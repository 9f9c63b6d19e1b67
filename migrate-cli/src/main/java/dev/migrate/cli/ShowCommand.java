package dev.migrate.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code migrate show}. */
@Command(
        name = "show",
        description = "Show all that is known of a revision. Needs a database only for targets relative to it.")
final class ShowCommand extends Subcommand {

    @Parameters(paramLabel = "TARGET", description = "Which one: an id, head, heads, current, label@head.")
    private String target;

    @Override
    public void run() {
        report().shown(migratorFor(target).authoring().show(target));
    }
}
