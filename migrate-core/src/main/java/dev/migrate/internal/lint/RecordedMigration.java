package dev.migrate.internal.lint;

import dev.migrate.operation.CreateTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A migration with what it records. Immutable.
 *
 * @param id the id of its revision
 * @param heads the heads of the graph
 * @param before the schema before it
 * @param after the schema after it
 * @param up the operations of the upgrade; empty if they cannot be recorded
 * @param isRepeatable whether it records the same operations each time
 * @param irreversible why there is no downgrade; empty if there is one
 * @param invalid the reasons why it cannot run
 */
record RecordedMigration(
        String id,
        List<String> heads,
        RecordedSchema before,
        RecordedSchema after,
        List<Operation> up,
        boolean isRepeatable,
        Optional<Problem> irreversible,
        List<Problem> invalid) {

    RecordedMigration {
        heads = List.copyOf(heads);
        up = List.copyOf(up);
        invalid = List.copyOf(invalid);
    }

    List<RecordedChange> changes() {
        List<RecordedChange> changes = new ArrayList<>();
        Set<String> created = new HashSet<>();
        RecordedSchema schema = before;
        for (Operation operation : up) {
            if (operation instanceof CreateTable create) {
                created.add(create.table().name());
            }
            for (TableChange change : RecordedSchema.changesOf(operation)) {
                changes.add(new RecordedChange(operation, change, schema, created.contains(change.table())));
            }
            schema = schema.after(operation);
        }
        return changes;
    }

    /** Returns the tables that it creates and does not drop. */
    Set<String> createdTables() {
        Set<String> created = new HashSet<>();
        for (Operation operation : up) {
            if (operation instanceof CreateTable create) {
                created.add(create.table().name());
            }
        }
        return created;
    }
}
