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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
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
     * The result of a stamp. Immutable.
     *
     * @param plan the plan that was executed
     * @param notReverted the steps that were recorded as aborted and have changed the database, or may have
     */
    public record Result(Plan plan, List<JournalStep> notReverted) {

        /** Copies the list. */
        public Result {
            notReverted = List.copyOf(notReverted);
        }
    }

    /**
     * Stamps the database.
     *
     * @param planner returns the plan for the rows of the version table
     * @param isPurge whether an interrupted run is aborted instead of rejected
     */
    public Result execute(Function<Collection<String>, Plan> planner, boolean isPurge) {
        try (Session session = database.open();
                LockedDatabase locked = LockedDatabase.acquire(database, session)) {
            List<JournalStep> interrupted =
                    locked.state().isInterrupted() ? locked.history().interruptedSteps() : List.of();
            if (!interrupted.isEmpty() && !isPurge) {
                throw InterruptedRunException.unfinished(interrupted.get(0).summary());
            }
            Plan plan = planner.apply(locked.state().heads());
            for (JournalStep step : interrupted) {
                locked.runner().markAborted(step.number(), note(step));
            }
            List<JournalRow> rows = journalRows(plan, locked);
            if (!plan.rowChanges().isEmpty() || !rows.isEmpty()) {
                locked.createTables();
                locked.runner().stamp(plan.rowChanges(), rows);
            }
            return new Result(
                    plan,
                    interrupted.stream()
                            .filter(step -> !step.hasChangedNothing())
                            .toList());
        }
    }

    private static String note(JournalStep step) {
        return "The version table was purged. "
                + (step.hasChangedNothing()
                        ? "None of the statements was executed."
                        : "The executed statements were not reverted.");
    }

    /**
     * One row for each revision whose state changes, so that the journal contains the whole graph. The journal may show
     * revisions as applied that the version table does not contain any more.
     */
    private List<JournalRow> journalRows(Plan plan, LockedDatabase locked) {
        Map<String, RevisionNode> recorded = new TreeMap<>();
        if (locked.state().lastStep() > 0) {
            locked.history().appliedRevisions().forEach(revision -> recorded.put(revision.id(), revision));
        }
        Set<String> before = graph.applied(plan.rowsBefore().stream()
                .filter(id -> graph.find(id).isPresent())
                .toList());
        Set<String> after = graph.applied(plan.rowsAfter());
        Set<String> changed = new TreeSet<>(before);
        changed.addAll(after);
        changed.removeIf(id -> before.contains(id) == after.contains(id));
        recorded.keySet().stream().filter(id -> !after.contains(id)).forEach(changed::add);
        List<JournalRow> rows = new ArrayList<>();
        for (RevisionNode revision : inOrder(changed, recorded)) {
            rows.add(JournalRow.ofStep(
                    locked.state().lastStep() + rows.size() + 1,
                    revision,
                    after.contains(revision.id()) ? Action.STAMP : Action.UNSTAMP,
                    EntryState.DONE,
                    Sha256.of(revision.message()),
                    0,
                    locked.session().control().now(),
                    0L,
                    null));
        }
        return rows;
    }

    /** Returns revisions before their children, and in front those that only the journal contains. */
    private List<RevisionNode> inOrder(Set<String> ids, Map<String, RevisionNode> recorded) {
        List<RevisionNode> revisions = new ArrayList<>();
        Set<String> known = new TreeSet<>(ids);
        for (String id : ids) {
            if (graph.find(id).isEmpty()) {
                revisions.add(Objects.requireNonNull(recorded.get(id), id));
                known.remove(id);
            }
        }
        List<String> order = new ArrayList<>(graph.reverseTopologicalOrder(known));
        Collections.reverse(order);
        order.forEach(id -> revisions.add(graph.node(id)));
        return revisions;
    }
}
