package dev.migrate.plan;

import dev.migrate.revision.RevisionNode;
import java.util.List;
import java.util.Objects;

/**
 * One migration run in one direction, with the changes of the version table that record it. Immutable.
 *
 * @param direction up or down
 * @param revision whose migration runs
 * @param rowChanges what changes in the version table, in the order in which it is written
 */
public record Step(Direction direction, RevisionNode revision, List<RowChange> rowChanges) {

    /** Copies the list. */
    public Step {
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(revision, "revision");
        rowChanges = List.copyOf(rowChanges);
    }
}
