package dev.migrate.plan;

import dev.migrate.revision.Resolver;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import dev.migrate.revision.Target;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Creates the revision that merges branches. */
final class Merge {

    /** The length of Alembic's ids. */
    private static final int ID_LENGTH = 12;

    private final RevisionGraph graph;
    private final List<Target.Place> targets;

    Merge(RevisionGraph graph, List<Target.Place> targets) {
        this.graph = graph;
        this.targets = targets;
    }

    RevisionNode revision(String message) {
        Set<String> parents = new TreeSet<>();
        targets.forEach(target ->
                parents.addAll(Resolver.resolve(graph, List.of(), target).revisions()));
        List<String> followed =
                parents.stream().filter(id -> !graph.children(id).isEmpty()).toList();
        if (parents.size() < 2 || !followed.isEmpty()) {
            throw PlanErrors.notMergeable(new ArrayList<>(parents), followed, graph.heads());
        }
        return new RevisionNode(id(parents), List.copyOf(parents), List.of(), List.of(), message);
    }

    /** Derived from the parents only, so merging the same heads always yields the same revision. */
    private static String id(Set<String> parents) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join(",", parents).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available; every Java platform must support it.", e);
        }
    }
}
