package dev.migrate;

import dev.migrate.revision.RevisionNode;
import java.util.List;
import java.util.Objects;

/**
 * A revision and its place among the others, whatever the state of a database.
 *
 * @param revision the revision as it is declared
 * @param children the ids of the revisions that follow it
 * @param labels the labels of the branches that it is on, sorted
 */
public record RevisionDetails(RevisionNode revision, List<String> children, List<String> labels) {

    /** Copies the lists. */
    public RevisionDetails {
        Objects.requireNonNull(revision, "revision");
        children = List.copyOf(children);
        labels = List.copyOf(labels);
    }

    /**
     * Tells whether no revision follows.
     *
     * @return true for the end of a line
     */
    public boolean isHead() {
        return children.isEmpty();
    }

    /**
     * Tells whether lines part here.
     *
     * @return true if several revisions follow
     */
    public boolean isBranchPoint() {
        return children.size() > 1;
    }

    /**
     * Tells whether lines join here.
     *
     * @return true if it follows several revisions
     */
    public boolean isMergePoint() {
        return revision.parents().size() > 1;
    }
}
