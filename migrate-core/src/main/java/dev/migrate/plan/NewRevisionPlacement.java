package dev.migrate.plan;

import dev.migrate.revision.Anchor;
import dev.migrate.revision.Resolver;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import dev.migrate.revision.Target;
import dev.migrate.revision.TargetParser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Resolves the parents and dependencies of a new revision. */
final class NewRevisionPlacement {

    private final RevisionGraph graph;
    private final NewRevision wanted;

    NewRevisionPlacement(RevisionGraph graph, NewRevision wanted) {
        this.graph = graph;
        this.wanted = wanted;
    }

    /** Builds the graph with the new revision, which rejects invalid or duplicate ids and labels. */
    RevisionNode revision() {
        List<String> parents = resolved(wanted.head());
        List<String> followed =
                parents.stream().filter(id -> !graph.children(id).isEmpty()).toList();
        if (!followed.isEmpty() && !wanted.isSpliced()) {
            throw PlanErrors.notAHead(wanted.head(), followed, graph.heads());
        }
        RevisionNode revision =
                new RevisionNode(wanted.id(), parents, wanted.labels(), dependencies(), wanted.message());
        List<RevisionNode> all = new ArrayList<>(graph.revisions());
        all.add(revision);
        return RevisionGraph.of(all).node(revision.id());
    }

    private List<String> dependencies() {
        Set<String> dependencies = new LinkedHashSet<>();
        for (String name : wanted.dependsOn()) {
            dependencies.addAll(graph.labelled(name).isPresent() ? List.of(name) : resolved(name));
        }
        return List.copyOf(dependencies);
    }

    private List<String> resolved(String expression) {
        Target.Place place = TargetParser.place(expression);
        if (place.anchor() instanceof Anchor.Current) {
            throw PlanErrors.relativeParent(expression);
        }
        return Resolver.resolve(graph, List.of(), place).revisions().stream()
                .sorted()
                .toList();
    }
}
