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

/** Finds which rows say that a database stands at the targets. */
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

    /** Without a branch, every row above or below the target gives way to it, with all that only it implied. */
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

    /** With a branch, only what a downgrade on that branch would undo. */
    private void takeBack(Set<String> kept, ResolvedTarget place) {
        boolean isApplied = kept.containsAll(place.revisions());
        if (isApplied) {
            kept.removeAll(new AppliedDescendants(graph, kept, rows, place).revisions());
        }
    }

    /** The row changes that lead from some rows to others, where the rows before may be unknown to the graph. */
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

    /** The rows above a revision, sorted, or else those below it, in the order in which its parents lead to them. */
    private static List<String> related(RevisionGraph graph, String id, Set<String> rows) {
        Set<String> descendants = graph.descendants(Set.of(id));
        List<String> above = rows.stream().filter(descendants::contains).toList();
        if (!above.isEmpty()) {
            return above;
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
