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
 * Follows the rows of the version table through the steps of a plan.
 *
 * <p>The rows are the applied revisions that no applied revision follows or depends on. Going up, a revision takes the
 * rows of what it needs; going down, it gives rows back to what nothing else stands on any longer. Where one row becomes
 * several or several become one, the last of them, in the order in which the revision declares its parents and
 * dependencies, is the one that is updated. Rows that other rows imply, as a stamp of Alembic can leave them, are removed
 * by the first step.
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
        given.removeIf(needed -> !isLeftBare(needed));
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

    /** Takes one applied follower from a revision; true if it was the last. Counts them when it first meets one. */
    private boolean isLeftBare(String id) {
        int left = state.computeIfAbsent(id, this::appliedFollowers) - 1;
        state.put(id, left);
        return left == 0;
    }

    private int appliedFollowers(String id) {
        int count = 0;
        for (String follower : graph.followers(id)) {
            count += applied.contains(follower) ? 1 : 0;
        }
        return count;
    }

    private List<RowChange> surplusOnce() {
        List<RowChange> changes = new ArrayList<>(surplus);
        surplus.clear();
        return changes;
    }
}
