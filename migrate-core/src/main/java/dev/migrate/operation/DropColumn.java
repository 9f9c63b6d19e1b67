package dev.migrate.operation;

import dev.migrate.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * Drops a column and all its values.
 *
 * @param table the table's name
 * @param column the column's name
 * @param definition the column, to make the operation reversible, or null
 * @param position the position of the column, or null if it is the last
 */
public record DropColumn(
        String table,
        String column,
        @Nullable Column definition,
        @Nullable Position position) implements TableChange {

    @Override
    public <R> R accept(TableChange.Visitor<R> visitor) {
        return visitor.dropColumn(this);
    }

    @Override
    public Inverse<TableChange> inverse() {
        return definition == null
                ? new Inverse.Needs<>("the definition of the column")
                : Inverse.exactly(new AddColumn(table, definition, position));
    }

    @Override
    public String description() {
        return "drop column " + table + "." + column;
    }
}
