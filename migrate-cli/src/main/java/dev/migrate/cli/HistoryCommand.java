package dev.migrate.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code migrate history}. */
@Command(name = "history", description = "List all revisions, the newest first.")
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
        if (!graph) {
            report().printHistory(migrator().history(range));
        } else if (range.equals(":")) {
            report().print(migrator().chart());
        } else {
            throw new UsageException("The drawing is of the whole history: leave out --range or --graph.");
        }
    }
}
