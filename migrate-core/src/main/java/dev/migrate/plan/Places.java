package dev.migrate.plan;

import dev.migrate.revision.Resolution;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Several places looked up together, none of them above another. */
final class Places {

    private final List<Resolution> resolutions;
    private final Set<String> revisions;

    private Places(List<Resolution> resolutions) {
        this.resolutions = resolutions;
        this.revisions = resolutions.stream()
                .flatMap(resolution -> resolution.revisions().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Places of(RevisionGraph graph, Collection<String> rows, List<Target.Place> places) {
        if (places.isEmpty()) {
            throw new IllegalArgumentException("no target was given");
        }
        List<Resolution> resolutions = new ArrayList<>();
        places.forEach(place -> resolutions.add(Resolution.of(graph, rows, place)));
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

    private void requireSeparate(RevisionGraph graph) {
        boolean hasBase = resolutions.stream()
                .anyMatch(place -> place.isBase() && place.line().isEmpty());
        if (hasBase && !revisions.isEmpty()) {
            throw new OverlappingTargetsException("base", revisions.iterator().next());
        }
        if (revisions.size() < 2) {
            return;
        }
        List<String> tips = graph.tips(graph.ancestors(revisions));
        for (String id : revisions) {
            if (!tips.contains(id)) {
                throw new OverlappingTargetsException(id, above(graph, id));
            }
        }
    }

    private String above(RevisionGraph graph, String id) {
        Set<String> descendants = graph.descendants(Set.of(id));
        return revisions.stream()
                .filter(other -> !other.equals(id) && descendants.contains(other))
                .findFirst()
                .orElseThrow();
    }
}
