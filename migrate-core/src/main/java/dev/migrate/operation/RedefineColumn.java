package dev.migrate.operation;

import dev.migrate.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * Gives a column another definition: whatever the old one had and the new one does not say is gone.
 *
 * @param table the table's name
 * @param column the column's name
 * @param definition what the column is afterwards, with its name
 * @param position where it stands, or null for where it is
 * @param before what the column was, with its name, or null
 * @param positionBefore where it stood, or null
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
            return new Inverse.Needs<>("what the column was before");
        }
        return Inverse.exactly(
                new RedefineColumn(table, definition.name(), before, positionBefore, definition, position));
    }

    @Override
    public String description() {
        return "redefine column " + table + "." + column;
    }
}
