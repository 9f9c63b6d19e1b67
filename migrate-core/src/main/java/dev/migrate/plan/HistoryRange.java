package dev.migrate.plan;

import dev.migrate.revision.Anchor;
import dev.migrate.revision.Resolver;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The revisions between two places, both included: the end and its ancestors without the ancestors of the start, as in
 * Alembic.
 */
final class HistoryRange {

    private static final Target.Place BASE = new Target.Place(Optional.empty(), new Anchor.Base(), 0);
    private static final Target.Place HEADS = new Target.Place(Optional.empty(), new Anchor.Heads(), 0);

    private final RevisionGraph graph;
    private final Collection<String> rows;
    private final Target.Range range;

    HistoryRange(RevisionGraph graph, Collection<String> rows, Target.Range range) {
        this.graph = graph;
        this.rows = rows;
        this.range = range;
    }

    List<String> newestFirst() {
        List<String> start = revisions(range.start().orElse(BASE));
        List<String> end = revisions(range.end().orElse(HEADS));
        Set<String> needed = graph.ancestors(end);
        if (!needed.containsAll(start)) {
            throw PlanErrors.disconnectedRange(range.expression(), start, end);
        }
        Set<String> between = new LinkedHashSet<>(needed);
        between.removeAll(graph.ancestors(start));
        between.addAll(start);
        return graph.reverseTopologicalOrder(new ArrayList<>(between));
    }

    private List<String> revisions(Target.Place place) {
        return graph.maximal(Resolver.resolve(graph, rows, place).revisions());
    }
}
