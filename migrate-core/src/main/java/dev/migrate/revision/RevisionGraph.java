package dev.migrate.revision;

import java.util.Collection;
import java.util.List;

/** The revisions and how they relate. */
public final class RevisionGraph {
    private final List<RevisionNode> revisions;

    private RevisionGraph(List<RevisionNode> revisions) {
        this.revisions = revisions;
    }

    /**
     * Builds the graph.
     *
     * @param revisions the revisions
     * @return the graph
     */
    public static RevisionGraph of(Collection<RevisionNode> revisions) {
        return new RevisionGraph(List.copyOf(revisions));
    }

    /**
     * All.
     *
     * @return the revisions
     */
    public List<RevisionNode> revisions() {
        return revisions;
    }
}
