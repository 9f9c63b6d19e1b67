package dev.migrate.schema;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A reference from columns of one table to columns of another.
 *
 * @param name the name of the constraint
 * @param columns the referencing columns
 * @param referencedSchema the database of the referenced table, or null for the database of the table itself
 * @param referencedTable the referenced table
 * @param referencedColumns the referenced columns, as many as the referencing columns
 * @param onDelete the action when the referenced row is deleted
 * @param onUpdate the action when the referenced key changes
 */
public record ForeignKey(
        String name,
        List<String> columns,
        @Nullable String referencedSchema,
        String referencedTable,
        List<String> referencedColumns,
        Rule onDelete,
        Rule onUpdate) {

    /** The action when a referenced row is deleted or its key changes. */
    public enum Rule {
        /** The change is rejected. This is the default, and the same as NO ACTION. */
        RESTRICT,
        /** The referencing row is deleted or updated as well. */
        CASCADE,
        /** The referencing columns become NULL. */
        SET_NULL,
        /** The referencing columns are set to their defaults. Not every server supports it. */
        SET_DEFAULT;

        /**
         * Parses a referential action in the server's SQL.
         *
         * @param sql the action, for instance {@code SET NULL}; {@code NO ACTION} is {@link #RESTRICT}
         * @return the action
         * @throws IllegalArgumentException if there is no such action
         */
        public static Rule parse(String sql) {
            String word = sql.strip().toUpperCase(Locale.ROOT).replace(' ', '_');
            return word.equals("NO_ACTION") ? RESTRICT : valueOf(word);
        }
    }

    /** Copies the columns; both lists must have the same length, at least one. */
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
