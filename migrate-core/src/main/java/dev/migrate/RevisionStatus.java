package dev.migrate;

import dev.migrate.revision.RevisionNode;
import java.util.Objects;

/**
 * The status of a revision in a database.
 *
 * @param details the revision and its neighbors in the graph
 * @param isApplied whether its migration is applied
 * @param isCurrent whether its id is in the version table
 * @param isKnown whether the migrator has its migration; if not, the details are those of the journal
 * @param isRepeatable whether it is no revision, but a repeatable migration, which is applied if its current statements
 *     have run last
 */
public record RevisionStatus(
        RevisionDetails details, boolean isApplied, boolean isCurrent, boolean isKnown, boolean isRepeatable) {

    /** Checks that the details are not null. */
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
     * Returns whether the revision is a head.
     *
     * @return true if it is a revision and has no children
     */
    public boolean isHead() {
        return !isRepeatable && details.isHead();
    }
}
