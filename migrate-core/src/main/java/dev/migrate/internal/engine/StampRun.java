package dev.migrate.internal.engine;

import dev.migrate.error.InterruptedRunException;
import dev.migrate.internal.Sha256;
import dev.migrate.journal.Action;
import dev.migrate.journal.EntryState;
import dev.migrate.journal.JournalStep;
import dev.migrate.plan.Plan;
import dev.migrate.provider.JournalRow;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Changes the version table without running a migration. Immutable.
 *
 * @param database the database
 * @param graph the revisions
 */
public record StampRun(Database database, RevisionGraph graph) {

    /**
     * Stamps the database.
     *
     * @param planner returns the plan for the rows of the version table
     * @param isPurge whether an interrupted run is aborted instead of rejected
     * @return the plan that was executed
     */
    public Plan execute(Function<Collection<String>, Plan> planner, boolean isPurge) {
        try (Session session = database.open();
                LockedDatabase locked = LockedDatabase.acquire(database, session)) {
            List<JournalStep> interrupted =
                    locked.state().isInterrupted() ? locked.history().interruptedSteps() : List.of();
            if (!interrupted.isEmpty() && !isPurge) {
                throw InterruptedRunException.unfinished(interrupted.get(0).summary());
            }
            Plan plan = planner.apply(locked.state().heads());
            for (JournalStep step : interrupted) {
                locked.runner().markAborted(step.number(), "The version table was purged.");
            }
            if (!plan.rowChanges().isEmpty()) {
                locked.createTables();
                locked.runner()
                        .stamp(
                                plan.rowChanges(),
                                journalRows(plan, locked.state().lastStep()));
            }
            return plan;
        }
    }

    /** One row for each revision whose state changes, so that the journal contains the whole graph. */
    private List<JournalRow> journalRows(Plan plan, long lastStep) {
        Set<String> before = graph.applied(plan.rowsBefore().stream()
                .filter(id -> graph.find(id).isPresent())
                .toList());
        Set<String> after = graph.applied(plan.rowsAfter());
        Set<String> changed = new TreeSet<>(before);
        changed.addAll(after);
        changed.removeIf(id -> before.contains(id) == after.contains(id));
        List<String> order = new ArrayList<>(graph.reverseTopologicalOrder(changed));
        Collections.reverse(order);
        List<JournalRow> rows = new ArrayList<>();
        for (String id : order) {
            RevisionNode revision = graph.node(id);
            rows.add(JournalRow.ofStep(
                    lastStep + rows.size() + 1,
                    revision,
                    after.contains(id) ? Action.STAMP : Action.UNSTAMP,
                    EntryState.DONE,
                    Sha256.of(revision.message()),
                    0,
                    0,
                    0L,
                    null));
        }
        return rows;
    }
}
