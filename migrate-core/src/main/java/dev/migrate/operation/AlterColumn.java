package dev.migrate.operation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes some attributes of a column and keeps all others.
 *
 * @param table the table's name
 * @param column the column's name
 * @param change the attributes to change
 * @param before the previous values of the same attributes, or null
 */
public record AlterColumn(
        String table,
        String column,
        ColumnChange change,
        @Nullable ColumnChange before) implements TableChange {

    /** A rename has no previous values. */
    public AlterColumn {
        if (before != null && change.missingIn(null).isEmpty()) {
            throw new IllegalArgumentException("Column " + column + " is only renamed; omit the previous values.");
        }
    }

    @Override
    public <R> R accept(TableChange.Visitor<R> visitor) {
        return visitor.alterColumn(this);
    }

    @Override
    public Inverse<TableChange> inverse() {
        List<String> missing = change.missingIn(before);
        if (!missing.isEmpty()) {
            return new Inverse.Needs<>("the previous values of the column: " + String.join(", ", missing));
        }
        if (before == null) {
            // Only the name changes, so no previous values are needed.
            String newName = Objects.requireNonNull(change.name(), "name");
            return Inverse.exactly(new RenameColumn(table, newName, column));
        }
        return change.name() == null
                ? Inverse.exactly(new AlterColumn(table, column, before, change))
                : Inverse.exactly(new AlterColumn(table, change.name(), before.named(column), change.named(null)));
    }

    @Override
    public String description() {
        return "alter column " + table + "." + column;
    }
}
