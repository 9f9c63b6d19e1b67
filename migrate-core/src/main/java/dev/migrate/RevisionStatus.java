package dev.migrate;

import dev.migrate.revision.RevisionNode;
import java.util.Objects;

/**
 * A revision, and how a database stands to it.
 *
 * @param details the revision and its place among the others
 * @param isApplied whether its migration is in the database
 * @param isCurrent whether it stands in the version table
 */
public record RevisionStatus(RevisionDetails details, boolean isApplied, boolean isCurrent) {

    /** Refuses null. */
    public RevisionStatus {
        Objects.requireNonNull(details, "details");
    }

    /**
     * Returns the revision as it is declared.
     *
     * @return the revision
     */
    public RevisionNode revision() {
        return details.revision();
    }

    /**
     * Tells whether no revision follows.
     *
     * @return true for the end of a line
     */
    public boolean isHead() {
        return details.isHead();
    }
}
