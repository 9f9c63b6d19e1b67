package dev.migrate.plan;

import dev.migrate.revision.ResolvedTarget;
import dev.migrate.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which applied revisions stand above a place. */
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
        return place.line().map(this::onLine).orElseGet(() -> standingOn(above()));
    }

    private Collection<String> above() {
        return revision.map(graph::children).orElseGet(graph::bases);
    }

    private Set<String> standingOn(Collection<String> ids) {
        Set<String> found = new HashSet<>(graph.descendants(ids));
        found.removeIf(id -> !applied.contains(id));
        return found;
    }

    /**
     * First the branch proper with all that stands on it, then what is below the branch on the same lines, from the top,
     * as long as nothing that stays stands on it.
     */
    private Set<String> onLine(String line) {
        Set<String> lineage = graph.lineage(line);
        Set<String> above = standingOn(above());
        above.retainAll(lineage);
        List<String> proper = new ArrayList<>(graph.branch(line));
        proper.removeIf(id -> !above.contains(id));
        Set<String> undone = standingOn(proper);
        List<String> below = new ArrayList<>(above);
        below.removeAll(undone);
        for (String id : graph.reverseTopologicalOrder(below)) {
            List<String> staying = new ArrayList<>(graph.followers(id));
            staying.removeIf(follower -> !applied.contains(follower) || undone.contains(follower));
            if (staying.isEmpty()) {
                undone.add(id);
            } else if (revision.isPresent()) {
                throw PlanErrors.inUse(place.place().expression(), id, Plan.sorted(staying));
            }
        }
        return undone;
    }
}
