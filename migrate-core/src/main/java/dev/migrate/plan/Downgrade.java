package dev.migrate.plan;

import dev.migrate.revision.ResolvedTarget;
import dev.migrate.revision.Resolver;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Finds and sorts the revisions to revert for a target. */
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
        Set<String> reverted = new AppliedDescendants(graph, applied, rows, place).revisions();
        if (reverted.isEmpty()) {
            return Plan.nothing(rows);
        }
        HeadTracker heads = new HeadTracker(graph, applied, rows);
        List<Step> steps = new ArrayList<>(reverted.size());
        for (String id : graph.reverseTopologicalOrder(reverted)) {
            steps.add(new Step(Direction.DOWN, graph.node(id), heads.down(id)));
        }
        return Plan.ofSteps(steps, rows, heads.rows());
    }
}
