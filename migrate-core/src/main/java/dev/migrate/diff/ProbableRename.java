package dev.migrate.diff;

import org.jspecify.annotations.Nullable;

/**
 * A pair of a dropped and an added object that are similar enough to be a rename.
 *
 * @param table the target name of the table if this is a column; null if it is a table
 * @param from the dropped name
 * @param to the added name
 * @param why the similarities, as a phrase
 */
public record ProbableRename(@Nullable String table, String from, String to, String why) {

    /** Returns the Java code that declares the rename. */
    String statement() {
        return table == null
                ? "Renames.table(\"" + from + "\", \"" + to + "\")"
                : "Renames.column(\"" + table + "\", \"" + from + "\", \"" + to + "\")";
    }

    /** The note on the operations that drop the old object and add the new one. */
    String note() {
        String what = table == null ? "table " : "column " + table + ".";
        return "This may be a rename of " + what + from + " to " + to + ": " + why
                + ". Dropping it loses its data. If it is a rename, declare " + statement()
                + " in the comparison, or replace both operations with a rename.";
    }
}
