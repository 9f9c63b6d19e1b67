package dev.migrate.plan;

import dev.migrate.revision.ResolvedTarget;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.Target;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Computes the rows of the version table for the targets of a stamp. */
final class Stamp {

    private final RevisionGraph graph;
    private final Collection<String> rows;
    private final List<Target.Place> targets;

    Stamp(RevisionGraph graph, Collection<String> rows, List<Target.Place> targets) {
        this.graph = graph;
        this.rows = rows;
        this.targets = targets;
    }

    Plan plan() {
        Set<String> kept = new HashSet<>(graph.applied(rows));
        ResolvedTargets places = ResolvedTargets.of(graph, rows, targets);
        for (ResolvedTarget place : places.resolutions()) {
            if (place.line().isPresent()) {
                takeBack(kept, place);
            } else {
                kept = forget(kept, place);
            }
        }
        kept.addAll(graph.ancestors(places.revisions()));
        return exchange(graph, rows, graph.maximal(kept));
    }

    /** Without a branch, the target replaces every row that is its ancestor or descendant. */
    private Set<String> forget(Set<String> kept, ResolvedTarget place) {
        if (place.isBase()) {
            return new HashSet<>();
        }
        Set<String> related = new HashSet<>(graph.ancestors(place.revisions()));
        related.addAll(graph.descendants(place.revisions()));
        List<String> staying = new ArrayList<>(graph.maximal(kept));
        staying.removeIf(related::contains);
        return new HashSet<>(graph.ancestors(staying));
    }

    /** With a branch, only the revisions that a downgrade on that branch would revert are removed. */
    private void takeBack(Set<String> kept, ResolvedTarget place) {
        boolean isApplied = kept.containsAll(place.revisions());
        if (isApplied) {
            kept.removeAll(new AppliedDescendants(graph, kept, rows, place).revisions());
        }
    }

    /** The changes from some rows to others; the rows before may be unknown to the graph. */
    static Plan exchange(RevisionGraph graph, Collection<String> before, List<String> after) {
        Set<String> leaving = new TreeSet<>(before);
        leaving.removeAll(after);
        List<RowChange> changes = new ArrayList<>();
        for (String id : after) {
            if (!before.contains(id)) {
                List<String> replaced = related(graph, id, leaving);
                leaving.removeAll(replaced);
                changes.addAll(replacing(replaced, id));
            }
        }
        leaving.forEach(id -> changes.add(new RowChange.Delete(id)));
        return new Plan(List.of(), changes, Plan.sorted(before), after);
    }

    private static List<RowChange> replacing(List<String> replaced, String id) {
        List<RowChange> changes = new ArrayList<>();
        for (String row : replaced.subList(0, Math.max(0, replaced.size() - 1))) {
            changes.add(new RowChange.Delete(row));
        }
        changes.add(
                replaced.isEmpty()
                        ? new RowChange.Insert(id)
                        : new RowChange.Update(replaced.get(replaced.size() - 1), id));
        return changes;
    }

    /** The rows that are descendants of a revision, sorted, or else its ancestors, in the order of its parents. */
    private static List<String> related(RevisionGraph graph, String id, Set<String> rows) {
        Set<String> descendants = graph.descendants(Set.of(id));
        List<String> newer = rows.stream().filter(descendants::contains).toList();
        if (!newer.isEmpty()) {
            return newer;
        }
        List<String> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            String at = open.pop();
            if (!seen.add(at)) {
                continue;
            }
            if (rows.contains(at)) {
                found.add(at);
            }
            List<String> next = graph.requirements(at);
            for (int i = next.size() - 1; i >= 0; i--) {
                open.push(next.get(i));
            }
        }
        return found;
    }
}
