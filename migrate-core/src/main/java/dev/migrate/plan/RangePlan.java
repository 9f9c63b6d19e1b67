package dev.migrate.plan;

import dev.migrate.revision.Anchor;
import dev.migrate.revision.ResolvedTarget;
import dev.migrate.revision.Resolver;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.Target;
import java.util.List;
import java.util.Optional;

/** Plans between the two ends of a range; the start replaces the rows of the version table. */
final class RangePlan {

    private static final Target.Place BASE = new Target.Place(Optional.empty(), new Anchor.Base(), 0);
    private static final Target.Place HEADS = new Target.Place(Optional.empty(), new Anchor.Heads(), 0);

    private final RevisionGraph graph;
    private final Target.Range range;

    RangePlan(RevisionGraph graph, Target.Range range) {
        this.graph = graph;
        this.range = range;
    }

    Plan upgrade() {
        Target.Place end = range.end().orElse(HEADS);
        List<String> start = start(BASE);
        ResolvedTarget last = Resolver.resolve(graph, start, end);
        if (!graph.ancestors(last.revisions()).containsAll(start)) {
            throw PlanErrors.disconnectedRange(range.expression(), start, last.revisions());
        }
        return new Upgrade(graph, start, List.of(end)).plan();
    }

    Plan downgrade() {
        Target.Place end = range.end().orElse(BASE);
        List<String> start = start(HEADS);
        ResolvedTarget last = Resolver.resolve(graph, start, end);
        if (!graph.ancestors(start).containsAll(last.revisions())) {
            throw PlanErrors.disconnectedRange(range.expression(), start, last.revisions());
        }
        return new Downgrade(graph, start, end).plan();
    }

    private List<String> start(Target.Place otherwise) {
        ResolvedTarget first = Resolver.resolve(graph, List.of(), range.start().orElse(otherwise));
        return graph.maximal(first.revisions());
    }
}
