package dev.migrate.operation;

import dev.migrate.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * Adds a column.
 *
 * @param table the table's name
 * @param column the column
 * @param position the position of the column, or null to add it after all other columns
 */
public record AddColumn(
        String table, Column column, @Nullable Position position) implements TableChange {

    @Override
    public <R> R accept(TableChange.Visitor<R> visitor) {
        return visitor.addColumn(this);
    }

    @Override
    public Inverse<TableChange> inverse() {
        return Inverse.exactly(new DropColumn(table, column.name(), column, position));
    }

    @Override
    public String description() {
        return "add column " + table + "." + column.name();
    }
}
