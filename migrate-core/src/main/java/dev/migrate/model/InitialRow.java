package dev.migrate.model;

import dev.migrate.operation.Operation;
import java.util.Objects;

/**
 * A row that must exist before the application uses a table, for instance the first number of a table that emulates a
 * sequence.
 *
 * @param table the name of the table
 * @param insert the operation that inserts the row
 */
public record InitialRow(String table, Operation insert) {

    /** Rejects null. */
    public InitialRow {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(insert, "insert");
    }
}
