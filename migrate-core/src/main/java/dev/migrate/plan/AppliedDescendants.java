package dev.migrate.plan;

import dev.migrate.revision.ResolvedTarget;
import dev.migrate.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the applied descendants of a place. */
final class AppliedDescendants {

    private final RevisionGraph graph;
    private final Set<String> applied;
    private final Collection<String> rows;
    private final ResolvedTarget place;
    private final Optional<String> revision;

    AppliedDescendants(RevisionGraph graph, Set<String> applied, Collection<String> rows, ResolvedTarget place) {
        this.graph = graph;
        this.applied = applied;
        this.rows = rows;
        this.place = place;
        this.revision = place.revisions().stream().findFirst();
    }

    Set<String> revisions() {
        place.requireApplied(graph, applied);
        if (revision.isPresent() && !applied.contains(revision.get())) {
            throw PlanErrors.notApplied(place.place().expression(), revision.get(), Plan.sorted(rows));
        }
        return place.line().map(this::onLine).orElseGet(() -> withDependents(firstRevisions()));
    }

    private Collection<String> firstRevisions() {
        return revision.map(graph::children).orElseGet(graph::bases);
    }

    private Set<String> withDependents(Collection<String> ids) {
        Set<String> found = new HashSet<>(graph.descendants(ids));
        found.removeIf(id -> !applied.contains(id));
        return found;
    }

    /**
     * First the branch and everything applied that needs it, then the ancestors of the branch, newest first, until a
     * revision that is still needed.
     */
    private Set<String> onLine(String line) {
        Set<String> lineage = graph.lineage(line);
        Set<String> candidates = withDependents(firstRevisions());
        candidates.retainAll(lineage);
        List<String> proper = new ArrayList<>(graph.branch(line));
        proper.removeIf(id -> !candidates.contains(id));
        Set<String> reverted = withDependents(proper);
        List<String> remaining = new ArrayList<>(candidates);
        remaining.removeAll(reverted);
        for (String id : graph.reverseTopologicalOrder(remaining)) {
            List<String> needing = new ArrayList<>(graph.dependents(id));
            needing.removeIf(dependent -> !applied.contains(dependent) || reverted.contains(dependent));
            if (needing.isEmpty()) {
                reverted.add(id);
            } else if (revision.isPresent()) {
                throw PlanErrors.inUse(place.place().expression(), id, Plan.sorted(needing));
            }
        }
        return reverted;
    }
}
