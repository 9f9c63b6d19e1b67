package dev.migrate.plan;

import dev.migrate.revision.RevisionGraph;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** One step, where the database stands right in front of it. */
final class SingleStep {

    private SingleStep() {}

    static Plan plan(RevisionGraph graph, Collection<String> rows, Direction direction, String id) {
        Set<String> applied = graph.applied(rows);
        boolean isUp = direction == Direction.UP;
        boolean fits = isUp
                ? !applied.contains(id) && applied.containsAll(graph.requirements(id))
                : applied.contains(id) && graph.followers(id).stream().noneMatch(applied::contains);
        if (!fits) {
            return Plan.nothing(rows);
        }
        HeadTracker historyWriter = new HeadTracker(graph, applied, rows);
        List<RowChange> changes = isUp ? historyWriter.up(id) : historyWriter.down(id);
        return Plan.ofSteps(List.of(new Step(direction, graph.node(id), changes)), rows, historyWriter.rows());
    }
}
