package dev.migrate.schema;

import java.util.List;
import java.util.Objects;

/**
 * A reference from columns of one table to columns of another.
 *
 * @param name the name of the constraint
 * @param columns the columns that refer
 * @param referencedTable the table that is referred to
 * @param referencedColumns the columns that are referred to, as many as refer
 * @param onDelete what happens to a row when the row that it refers to is deleted
 * @param onUpdate what happens to a row when the key that it refers to changes
 */
public record ForeignKey(
        String name,
        List<String> columns,
        String referencedTable,
        List<String> referencedColumns,
        Rule onDelete,
        Rule onUpdate) {

    /** What happens to a row when the row that it refers to goes away or changes its key. */
    public enum Rule {
        /** The change is refused. The default; MySQL and MariaDB do not tell it from NO ACTION. */
        RESTRICT,
        /** The row goes or changes, too. */
        CASCADE,
        /** The reference becomes NULL. */
        SET_NULL
    }

    /** Copies the columns; both lists must be of one length, one at least. */
    public ForeignKey {
        Check.name("a foreign key", name);
        Check.name("the table that foreign key " + name + " refers to", referencedTable);
        columns = Check.columns("foreign key " + name, columns);
        referencedColumns = Check.columns("foreign key " + name, referencedColumns);
        Objects.requireNonNull(onDelete, "onDelete");
        Objects.requireNonNull(onUpdate, "onUpdate");
        if (columns.size() != referencedColumns.size()) {
            throw new IllegalArgumentException("Foreign key " + name + " refers from " + columns.size() + " columns to "
                    + referencedColumns.size() + ": " + columns + " to " + referencedColumns + ".");
        }
    }
}
