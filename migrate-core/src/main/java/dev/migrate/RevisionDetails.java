package dev.migrate;

import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import java.util.List;
import java.util.Objects;

/**
 * A revision and its neighbors in the graph.
 *
 * @param revision the revision as it is declared
 * @param children the ids of the revisions whose parent it is
 * @param labels the labels of the branches that it belongs to, sorted
 */
public record RevisionDetails(RevisionNode revision, List<String> children, List<String> labels) {

    /** Copies the lists. */
    public RevisionDetails {
        Objects.requireNonNull(revision, "revision");
        children = List.copyOf(children);
        labels = List.copyOf(labels);
    }

    static RevisionDetails of(RevisionGraph graph, String id) {
        return new RevisionDetails(graph.node(id), graph.children(id), List.copyOf(graph.labels(id)));
    }

    /**
     * Returns whether the revision is a head.
     *
     * @return true if it has no children
     */
    public boolean isHead() {
        return children.isEmpty();
    }

    /**
     * Returns whether the revision is a branch point.
     *
     * @return true if it has several children
     */
    public boolean isBranchPoint() {
        return children.size() > 1;
    }

    /**
     * Returns whether the revision is a merge point.
     *
     * @return true if it has several parents
     */
    public boolean isMergePoint() {
        return revision.parents().size() > 1;
    }
}
