package dev.migrate.schema;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A reference from columns of one table to columns of another.
 *
 * @param name the name of the constraint
 * @param columns the columns that refer
 * @param referencedSchema the database of the table that is referred to, or null for that of the table itself
 * @param referencedTable the table that is referred to
 * @param referencedColumns the columns that are referred to, as many as refer
 * @param onDelete what happens to a row when the row that it refers to is deleted
 * @param onUpdate what happens to a row when the key that it refers to changes
 */
public record ForeignKey(
        String name,
        List<String> columns,
        @Nullable String referencedSchema,
        String referencedTable,
        List<String> referencedColumns,
        Rule onDelete,
        Rule onUpdate) {

    /** What happens to a row when the row that it refers to goes away or changes its key. */
    public enum Rule {
        /** The change is rejected. The default, and the same as NO ACTION. */
        RESTRICT,
        /** The row goes or changes, too. */
        CASCADE,
        /** The reference becomes NULL. */
        SET_NULL,
        /** The reference becomes the default of its column. Not every server supports it. */
        SET_DEFAULT;

        /**
         * Reads a rule as the servers write it.
         *
         * @param sql the rule, for instance {@code SET NULL}; {@code NO ACTION} is {@link #RESTRICT}
         * @return the rule
         * @throws IllegalArgumentException if there is no such rule
         */
        public static Rule parse(String sql) {
            String word = sql.strip().toUpperCase(Locale.ROOT).replace(' ', '_');
            return word.equals("NO_ACTION") ? RESTRICT : valueOf(word);
        }
    }

    /** Copies the columns; both lists must be of one length, one at least. */
    public ForeignKey {
        Require.name("a foreign key", name);
        Require.name("the table that foreign key " + name + " refers to", referencedTable);
        if (referencedSchema != null) {
            Require.name("the database that foreign key " + name + " refers to", referencedSchema);
        }
        columns = Require.columns("foreign key " + name, columns);
        referencedColumns = Require.columns("foreign key " + name, referencedColumns);
        Objects.requireNonNull(onDelete, "onDelete");
        Objects.requireNonNull(onUpdate, "onUpdate");
        if (columns.size() != referencedColumns.size()) {
            throw new IllegalArgumentException("Foreign key " + name + " refers from " + columns.size() + " columns to "
                    + referencedColumns.size() + ": " + columns + " to " + referencedColumns + ".");
        }
    }

    /**
     * Returns a copy with another name.
     *
     * @param newName the name
     * @return the copy
     */
    public ForeignKey withName(String newName) {
        return new ForeignKey(
                newName, columns, referencedSchema, referencedTable, referencedColumns, onDelete, onUpdate);
    }

    /**
     * Returns a copy with another referenced table.
     *
     * @param table the name of the table
     * @return the copy
     */
    public ForeignKey withReferencedTable(String table) {
        return new ForeignKey(name, columns, referencedSchema, table, referencedColumns, onDelete, onUpdate);
    }

    /**
     * Returns a copy with other columns.
     *
     * @param referencing the referencing columns
     * @param referenced the referenced columns, as many
     * @return the copy
     */
    public ForeignKey withColumns(List<String> referencing, List<String> referenced) {
        return new ForeignKey(name, referencing, referencedSchema, referencedTable, referenced, onDelete, onUpdate);
    }
}
