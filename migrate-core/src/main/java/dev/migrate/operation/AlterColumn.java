package dev.migrate.operation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes attributes of a column; all others stay as they are.
 *
 * @param table the table's name
 * @param column the column's name
 * @param change what changes
 * @param before what the same attributes were, or null
 */
public record AlterColumn(
        String table,
        String column,
        ColumnChange change,
        @Nullable ColumnChange before) implements TableChange {

    /** What is only renamed has nothing that could be said of its past. */
    public AlterColumn {
        if (before != null && change.missingIn(null).isEmpty()) {
            throw new IllegalArgumentException("Column " + column + " is only renamed; say nothing of what it was.");
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
            return new Inverse.Needs<>("what the column was before: " + String.join(", ", missing));
        }
        if (before == null) {
            // Nothing but the name changes: all else would be missing.
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
