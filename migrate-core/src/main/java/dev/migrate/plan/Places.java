package dev.migrate.plan;

import dev.migrate.revision.Resolution;
import dev.migrate.revision.Resolver;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Several places looked up together, none of them above another one. */
final class Places {

    private final List<Resolution> resolutions;
    private final Set<String> revisions = new TreeSet<>();

    private Places(List<Resolution> resolutions) {
        this.resolutions = resolutions;
        for (Resolution resolution : resolutions) {
            revisions.addAll(resolution.revisions());
        }
    }

    static Places of(RevisionGraph graph, Collection<String> rows, List<Target.Place> places) {
        if (places.isEmpty()) {
            throw new IllegalArgumentException("no target was given");
        }
        List<Resolution> resolutions = new ArrayList<>();
        for (Target.Place place : places) {
            resolutions.add(Resolver.resolve(graph, rows, place));
        }
        Places found = new Places(resolutions);
        found.requireSeparate(graph);
        return found;
    }

    List<Resolution> resolutions() {
        return resolutions;
    }

    /** All ids, sorted. */
    Set<String> revisions() {
        return revisions;
    }

    /** Whether one of them is before everything, or before everything on its line. */
    boolean hasBase() {
        for (Resolution place : resolutions) {
            if (place.isBase()) {
                return true;
            }
        }
        return false;
    }

    private void requireSeparate(RevisionGraph graph) {
        for (Resolution place : resolutions) {
            if (place.isBase() && place.line().isEmpty() && !revisions.isEmpty()) {
                throw new OverlappingTargetsException(
                        "base", revisions.iterator().next());
            }
        }
        if (resolutions.size() < 2) {
            return;
        }
        List<String> tips = graph.tips(graph.ancestors(revisions));
        for (String id : revisions) {
            if (!tips.contains(id)) {
                requireSamePlace(id, graph.descendants(Set.of(id)));
            }
        }
    }

    /** One expression may well name a head and another that depends on it; two expressions contradict each other. */
    private void requireSamePlace(String id, Set<String> descendants) {
        for (Resolution place : resolutions) {
            for (String other : place.revisions()) {
                boolean isAbove = !other.equals(id) && descendants.contains(other);
                if (isAbove && !place.revisions().contains(id)) {
                    throw new OverlappingTargetsException(id, other);
                }
            }
        }
    }
}
