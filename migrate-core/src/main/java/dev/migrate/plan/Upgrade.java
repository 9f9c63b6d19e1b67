package dev.migrate.plan;

import dev.migrate.revision.ResolvedTarget;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Finds the revisions that are needed for the targets and not applied. */
final class Upgrade {

    private final RevisionGraph graph;
    private final Collection<String> rows;
    private final List<Target.Place> targets;

    Upgrade(RevisionGraph graph, Collection<String> rows, List<Target.Place> targets) {
        this.graph = graph;
        this.rows = rows;
        this.targets = targets;
    }

    Plan plan() {
        graph.requireStored(rows);
        ResolvedTargets places = ResolvedTargets.of(graph, rows, targets);
        Set<String> wanted = places.revisions();
        // The usual case reads only the rows, no matter how long the history is.
        boolean isUpToDate = !wanted.isEmpty() && rows.containsAll(wanted);
        if (isUpToDate && !places.hasBase()) {
            return Plan.nothing(rows);
        }
        Set<String> applied = graph.applied(rows);
        for (ResolvedTarget place : places.resolutions()) {
            requireNotPassed(place, applied);
        }
        List<String> missing = new ArrayList<>(graph.ancestors(wanted));
        missing.removeAll(applied);
        return missing.isEmpty() ? Plan.nothing(rows) : plan(missing, applied);
    }

    private Plan plan(List<String> missing, Set<String> applied) {
        List<String> order = new ArrayList<>(graph.reverseTopologicalOrder(missing));
        Collections.reverse(order);
        HeadTracker heads = new HeadTracker(graph, applied, rows);
        List<Step> steps = new ArrayList<>(order.size());
        for (String id : order) {
            steps.add(new Step(Direction.UP, graph.node(id), heads.up(id)));
        }
        return Plan.ofSteps(steps, rows, heads.rows());
    }

    private void requireNotPassed(ResolvedTarget place, Set<String> applied) {
        if (place.isBase() && isAnythingApplied(place, applied)) {
            throw PlanErrors.alreadyApplied(place.place().expression(), "base", Plan.sorted(rows));
        }
        for (String id : place.revisions()) {
            if (!Collections.disjoint(applied, graph.children(id))) {
                throw PlanErrors.alreadyApplied(place.place().expression(), id, Plan.sorted(rows));
            }
        }
    }

    private boolean isAnythingApplied(ResolvedTarget place, Set<String> applied) {
        return place.line()
                .map(line -> !Collections.disjoint(graph.branch(line), applied))
                .orElse(!applied.isEmpty());
    }
}
