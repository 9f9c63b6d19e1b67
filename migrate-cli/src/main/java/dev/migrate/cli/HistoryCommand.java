package dev.migrate.cli;

import dev.migrate.Migrator;
import dev.migrate.RevisionStatus;
import dev.migrate.journal.JournalStep;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code migrate history}. */
@Command(
        name = "history",
        description = "List all revisions, newest first; with --verbose, with the actions on each revision.")
final class HistoryCommand extends Subcommand {

    @Option(
            names = {"-r", "--range"},
            paramLabel = "FROM:TO",
            description = "Only a range, both ends included: 001:head, current:, -3:.")
    private String range = ":";

    @Option(names = "--graph", description = "Draw a graph: * is applied, o is not. Cannot be combined with a range.")
    private boolean graph;

    @Override
    public void run() {
        if (graph && !range.equals(":")) {
            throw new UsageException("The graph shows the whole history: remove --range or --graph.");
        }
        Migrator migrator = migrator();
        List<RevisionStatus> history = migrator.history(range);
        List<JournalStep> journal = isVerbose() ? journalOf(idsOf(history), migrator) : List.of();
        if (graph) {
            report().graph(migrator.historyGraph(), history, journal);
        } else {
            report().history(history, journal);
        }
    }

    private static List<JournalStep> journalOf(List<String> ids, Migrator migrator) {
        return Journal.all(migrator).stream()
                .filter(step -> ids.contains(step.revision()))
                .toList();
    }
}
