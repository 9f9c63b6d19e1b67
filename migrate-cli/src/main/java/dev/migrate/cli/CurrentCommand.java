package dev.migrate.cli;

import dev.migrate.Migrator;
import dev.migrate.RevisionStatus;
import dev.migrate.journal.JournalStep;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;

/** {@code migrate current}. */
@Command(
        name = "current",
        description =
                "Show the current revisions and the interrupted step of the database; with --verbose, also the last"
                        + " action on each of these revisions.")
final class CurrentCommand extends Subcommand {

    @Override
    public void run() {
        Migrator migrator = migrator();
        List<RevisionStatus> current = migrator.current();
        Optional<JournalStep> interrupted = migrator.interrupted();
        Set<String> ids = new HashSet<>(idsOf(current));
        interrupted.ifPresent(step -> ids.add(step.revision()));
        report().current(current, interrupted, isVerbose() ? lastOfEach(ids, Journal.all(migrator)) : List.of());
    }

    private static List<JournalStep> lastOfEach(Set<String> ids, List<JournalStep> journal) {
        Map<String, JournalStep> last = new HashMap<>();
        journal.forEach(step -> last.put(step.revision(), step));
        return journal.stream()
                .filter(step -> ids.contains(step.revision()) && step.equals(last.get(step.revision())))
                .toList();
    }
}
