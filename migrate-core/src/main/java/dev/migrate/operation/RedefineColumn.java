package dev.migrate.operation;

import dev.migrate.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the definition of a column. Attributes that the new definition omits are removed.
 *
 * @param table the table's name
 * @param column the column's name
 * @param definition the new definition, with the new name
 * @param position the new position, or null to keep the current one
 * @param before the previous definition, with the previous name, or null
 * @param positionBefore the previous position, or null if the position does not change
 */
public record RedefineColumn(
        String table,
        String column,
        Column definition,
        @Nullable Position position,
        @Nullable Column before,
        @Nullable Position positionBefore)
        implements TableChange {

    @Override
    public <R> R accept(TableChange.Visitor<R> visitor) {
        return visitor.redefineColumn(this);
    }

    @Override
    public Inverse<TableChange> inverse() {
        if (before == null || (position != null && positionBefore == null)) {
            return new Inverse.Needs<>("the previous definition of the column");
        }
        return Inverse.exactly(
                new RedefineColumn(table, definition.name(), before, positionBefore, definition, position));
    }

    @Override
    public String description() {
        return "redefine column " + table + "." + column;
    }
}
