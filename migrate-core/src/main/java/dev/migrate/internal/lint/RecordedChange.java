package dev.migrate.internal.lint;

import dev.migrate.operation.Operation;
import dev.migrate.operation.TableChange;
import dev.migrate.schema.Column;
import dev.migrate.schema.Table;
import java.util.Optional;

/**
 * A change of a table.
 *
 * @param operation the operation that makes it, maybe together with others
 * @param change the change
 * @param schema the schema before it
 * @param isOfNewTable whether the same migration creates the table
 */
record RecordedChange(Operation operation, TableChange change, RecordedSchema schema, boolean isOfNewTable) {

    /** Returns the table before the change; empty if it is not known. */
    Optional<Table> table() {
        return schema.table(change.table());
    }

    Optional<Column> column(String name) {
        return table().flatMap(table -> table.column(name));
    }
}
