package dev.migrate.internal.lint;

import dev.migrate.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A migration with what it records. Immutable.
 *
 * @param id the id of its revision, or its name if it is repeatable
 * @param heads the heads of the graph
 * @param before the schema before it
 * @param after the schema after it
 * @param up the operations of the upgrade; empty if they cannot be recorded
 * @param isDeterministic whether it records the same operations each time
 * @param irreversible why there is no downgrade; empty if there is one
 * @param invalid the reasons why it cannot run
 */
record RecordedMigration(
        String id,
        List<String> heads,
        RecordedSchema before,
        RecordedSchema after,
        List<Operation> up,
        boolean isDeterministic,
        Optional<Problem> irreversible,
        List<Problem> invalid) {

    RecordedMigration {
        heads = List.copyOf(heads);
        up = List.copyOf(up);
        invalid = List.copyOf(invalid);
    }

    List<RecordedOperation> operations() {
        List<RecordedOperation> operations = new ArrayList<>();
        for (Operation operation : up) {
            operations.add(
                    operations.isEmpty()
                            ? new RecordedOperation(operation, before, Set.of())
                            : operations.get(operations.size() - 1).next(operation));
        }
        return operations;
    }
}
