package dev.migrate.cli;

import dev.migrate.Migrator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code migrate history}. */
@Command(
        name = "history",
        description = "List all revisions, the newest first; with --verbose, what was done with them below.")
final class HistoryCommand extends Subcommand {

    @Option(
            names = {"-r", "--range"},
            paramLabel = "FROM:TO",
            description = "Only these, both ends included: 001:head, current:, -3:.")
    private String range = ":";

    @Option(names = "--graph", description = "Draw all of them: * is applied, o is not. A range does not go with it.")
    private boolean graph;

    @Override
    public void run() {
        if (graph && !range.equals(":")) {
            throw new UsageException("The drawing is of the whole history: leave out --range or --graph.");
        }
        Migrator migrator = migrator();
        if (graph) {
            report().print(migrator.chart());
        } else {
            report().printHistory(migrator.history(range));
        }
        if (isVerbose()) {
            List<String> ids = Report.ids(migrator.history(range));
            report().printBelow(migrator.journal().stream()
                    .filter(step -> ids.contains(step.revision()))
                    .toList());
        }
    }
}
