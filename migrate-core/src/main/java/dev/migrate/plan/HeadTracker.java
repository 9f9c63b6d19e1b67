package dev.migrate.plan;

import dev.migrate.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Computes the rows of the version table while the steps of a plan run.
 *
 * <p>The rows are the applied revisions that no applied revision has as a parent or a dependency. In an upgrade, a
 * revision replaces the rows of its parents and dependencies; in a downgrade, it restores the rows of those that no
 * other applied revision needs. If one row becomes several or several become one, the last one, in the order in which
 * the revision declares its parents and dependencies, is updated. Redundant rows, which a stamp of Alembic can create,
 * are removed by the first step.
 */
final class HeadTracker {

    private final RevisionGraph graph;
    private final Set<String> applied;
    private final Set<String> rows;
    private final List<RowChange> surplus = new ArrayList<>();
    private final Map<String, Integer> state = new HashMap<>();

    HeadTracker(RevisionGraph graph, Set<String> applied, Collection<String> rows) {
        this.graph = graph;
        this.applied = applied;
        this.rows = new TreeSet<>(graph.maximal(rows.size() > 1 ? applied : rows));
        for (String row : new TreeSet<>(rows)) {
            if (!this.rows.contains(row)) {
                surplus.add(new RowChange.Delete(row));
            }
        }
    }

    List<RowChange> up(String id) {
        List<String> taken = new ArrayList<>(graph.requirements(id));
        taken.retainAll(rows);
        rows.removeAll(taken);
        rows.add(id);
        List<RowChange> changes = surplusOnce();
        if (taken.isEmpty()) {
            changes.add(new RowChange.Insert(id));
            return changes;
        }
        int last = taken.size() - 1;
        for (String row : taken.subList(0, last)) {
            changes.add(new RowChange.Delete(row));
        }
        changes.add(new RowChange.Update(taken.get(last), id));
        return changes;
    }

    List<RowChange> down(String id) {
        List<String> given = new ArrayList<>(graph.requirements(id));
        given.removeIf(needed -> !isLastDependent(needed));
        rows.remove(id);
        rows.addAll(given);
        List<RowChange> changes = surplusOnce();
        if (given.isEmpty()) {
            changes.add(new RowChange.Delete(id));
            return changes;
        }
        int last = given.size() - 1;
        for (String row : given.subList(0, last)) {
            changes.add(new RowChange.Insert(row));
        }
        changes.add(new RowChange.Update(id, given.get(last)));
        return changes;
    }

    List<String> rows() {
        return List.copyOf(rows);
    }

    /**
     * Removes one applied child or dependent of a revision and returns whether it was the last. They are counted on
     * first use.
     */
    private boolean isLastDependent(String id) {
        int left = state.computeIfAbsent(id, this::appliedDependents) - 1;
        state.put(id, left);
        return left == 0;
    }

    private int appliedDependents(String id) {
        int count = 0;
        for (String dependent : graph.dependents(id)) {
            count += applied.contains(dependent) ? 1 : 0;
        }
        return count;
    }

    private List<RowChange> surplusOnce() {
        List<RowChange> changes = new ArrayList<>(surplus);
        surplus.clear();
        return changes;
    }
}
