package dev.migrate.operation;

import dev.migrate.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * Drops a column and all its values.
 *
 * @param table the table's name
 * @param column the column's name
 * @param definition what the column is, so that it can be added again, or null
 * @param position where it stands, or null for behind all others
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
