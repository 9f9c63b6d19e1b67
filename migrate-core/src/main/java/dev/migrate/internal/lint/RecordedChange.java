package dev.migrate.internal.lint;

import dev.migrate.operation.Operation;
import dev.migrate.operation.TableChange;
import dev.migrate.schema.Column;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Optional;

/**
 * A change of a table.
 *
 * @param recorded the operation that makes it, maybe together with others
 * @param change the change
 */
record RecordedChange(RecordedOperation recorded, TableChange change) {

    /** Returns the changes of tables that an operation makes. */
    static List<RecordedChange> of(RecordedOperation recorded) {
        return RecordedSchema.changesOf(recorded.operation()).stream()
                .map(change -> new RecordedChange(recorded, change))
                .toList();
    }

    Operation operation() {
        return recorded.operation();
    }

    /** Returns the schema before the operation. */
    RecordedSchema schema() {
        return recorded.schema();
    }

    /** Returns the table before the operation; empty if it is not known. */
    Optional<Table> table() {
        return schema().table(change.table());
    }

    Optional<Column> column(String name) {
        return table().flatMap(table -> table.column(name));
    }
}
