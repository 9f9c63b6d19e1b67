package dev.migrate.operation;

import dev.migrate.schema.Column;

/**
 * Adds a column behind those that are there.
 *
 * @param table the table's name
 * @param column the column
 */
public record AddColumn(String table, Column column) implements Operation {
    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.addColumn(this);
    }
}
