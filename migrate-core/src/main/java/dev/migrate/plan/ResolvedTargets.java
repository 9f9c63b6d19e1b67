package dev.migrate.plan;

import dev.migrate.revision.ResolvedTarget;
import dev.migrate.revision.Resolver;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Several resolved places, none of which is an ancestor of another. */
final class ResolvedTargets {

    private final List<ResolvedTarget> resolutions;
    private final Set<String> revisions = new TreeSet<>();

    private ResolvedTargets(List<ResolvedTarget> resolutions) {
        this.resolutions = resolutions;
        for (ResolvedTarget resolution : resolutions) {
            revisions.addAll(resolution.revisions());
        }
    }

    static ResolvedTargets of(RevisionGraph graph, Collection<String> rows, List<Target.Place> places) {
        if (places.isEmpty()) {
            throw new IllegalArgumentException("no target was given");
        }
        List<ResolvedTarget> resolutions = new ArrayList<>();
        for (Target.Place place : places) {
            resolutions.add(Resolver.resolve(graph, rows, place));
        }
        ResolvedTargets found = new ResolvedTargets(resolutions);
        found.requireSeparate(graph);
        return found;
    }

    List<ResolvedTarget> resolutions() {
        return resolutions;
    }

    /** All ids, sorted. */
    Set<String> revisions() {
        return revisions;
    }

    /** Whether one of the places is the base, or the base of its branch. */
    boolean hasBase() {
        for (ResolvedTarget place : resolutions) {
            if (place.isBase()) {
                return true;
            }
        }
        return false;
    }

    private void requireSeparate(RevisionGraph graph) {
        for (ResolvedTarget place : resolutions) {
            if (place.isBase() && place.line().isEmpty() && !revisions.isEmpty()) {
                throw PlanErrors.overlappingTargets("base", revisions.iterator().next());
            }
        }
        if (resolutions.size() < 2) {
            return;
        }
        List<String> maximal = graph.maximal(graph.ancestors(revisions));
        for (String id : revisions) {
            if (!maximal.contains(id)) {
                requireSamePlace(id, graph.descendants(Set.of(id)));
            }
        }
    }

    /** One expression may resolve to a head and another head that depends on it; two expressions must not. */
    private void requireSamePlace(String id, Set<String> descendants) {
        for (ResolvedTarget place : resolutions) {
            for (String other : place.revisions()) {
                boolean isDescendant = !other.equals(id) && descendants.contains(other);
                if (isDescendant && !place.revisions().contains(id)) {
                    throw PlanErrors.overlappingTargets(id, other);
                }
            }
        }
    }
}
