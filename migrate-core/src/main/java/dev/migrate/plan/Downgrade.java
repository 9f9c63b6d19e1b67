package dev.migrate.plan;

import dev.migrate.revision.ResolvedTarget;
import dev.migrate.revision.Resolver;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Puts what has to be undone for a target in order. */
final class Downgrade {

    private final RevisionGraph graph;
    private final Collection<String> rows;
    private final Target.Place target;

    Downgrade(RevisionGraph graph, Collection<String> rows, Target.Place target) {
        this.graph = graph;
        this.rows = rows;
        this.target = target;
    }

    Plan plan() {
        Set<String> applied = graph.applied(rows);
        ResolvedTarget place = Resolver.resolve(graph, rows, target);
        if (place.revisions().size() > 1) {
            throw PlanErrors.multipleTargets(target.expression(), place.revisions());
        }
        Set<String> undone = new AppliedDescendants(graph, applied, rows, place).revisions();
        if (undone.isEmpty()) {
            return Plan.nothing(rows);
        }
        HeadTracker historyWriter = new HeadTracker(graph, applied, rows);
        List<Step> steps = new ArrayList<>(undone.size());
        for (String id : graph.reverseTopologicalOrder(undone)) {
            steps.add(new Step(Direction.DOWN, graph.node(id), historyWriter.down(id)));
        }
        return Plan.ofSteps(steps, rows, historyWriter.rows());
    }
}
