package dev.migrate;

import dev.migrate.diff.DestructiveChange;
import dev.migrate.journal.Action;
import dev.migrate.operation.Operation;
import dev.migrate.plan.Direction;
import dev.migrate.revision.RevisionNode;
import java.util.List;
import java.util.Objects;

/**
 * A step that an upgrade or a downgrade would run.
 *
 * @param direction up or down
 * @param revision the revision whose migration would run, or the name of the repeatable migration
 * @param action what would run, as the journal would record it
 * @param operations the operations that the migration records, in order
 * @param sql the statements that the server would get, in order; what depends on the state of the database at that time
 *     is described in a comment
 */
public record PlannedStep(
        Direction direction, RevisionNode revision, Action action, List<Operation> operations, List<String> sql) {

    /** Copies the lists. */
    public PlannedStep {
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(action, "action");
        operations = List.copyOf(operations);
        sql = List.copyOf(sql);
    }

    /**
     * Returns the rows and values that the step deletes permanently; see {@link DestructiveChange}.
     *
     * @return complete sentences; empty if all rows and values are kept
     */
    public List<String> risks() {
        return operations.stream()
                .flatMap(operation -> DestructiveChange.of(operation).stream())
                .toList();
    }
}
