package dev.migrate.plan;

import dev.migrate.revision.RevisionNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A migration to run in one direction, with the changes of the version table that record it. Immutable.
 *
 * @param direction up or down
 * @param revision the revision of the migration
 * @param rowChanges the changes of the version table, in order
 */
public record Step(Direction direction, RevisionNode revision, List<RowChange> rowChanges) {

    /** Copies the list. */
    public Step {
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(revision, "revision");
        rowChanges = List.copyOf(rowChanges);
    }

    Step reversed() {
        List<RowChange> inverses = new ArrayList<>();
        rowChanges.forEach(change -> inverses.add(0, change.inverse()));
        return new Step(direction.opposite(), revision, inverses);
    }
}
