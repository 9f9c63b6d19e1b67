package dev.migrate;

import dev.migrate.revision.RevisionNode;
import java.util.Objects;

/**
 * A revision, and how the database stands to it.
 *
 * @param revision the revision
 * @param isApplied whether its migration is in the database
 * @param isCurrent whether it stands in the version table
 * @param isHead whether no revision follows it
 */
public record RevisionStatus(RevisionNode revision, boolean isApplied, boolean isCurrent, boolean isHead) {

    /** Refuses null. */
    public RevisionStatus {
        Objects.requireNonNull(revision, "revision");
    }
}
