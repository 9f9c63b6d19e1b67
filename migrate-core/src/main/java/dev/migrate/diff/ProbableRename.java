package dev.migrate.diff;

import org.jspecify.annotations.Nullable;

/**
 * Something that goes and something that comes, so alike that they may be one thing with a new name.
 *
 * @param table the table of a column, by its wanted name; null if this is about a table
 * @param from what goes
 * @param to what comes
 * @param why what they have in common, in words
 */
public record ProbableRename(@Nullable String table, String from, String to, String why) {

    /** How the rename is stated, in Java. */
    String statement() {
        return table == null
                ? "Renames.table(\"" + from + "\", \"" + to + "\")"
                : "Renames.column(\"" + table + "\", \"" + from + "\", \"" + to + "\")";
    }

    /** What stands in front of the operation that drops the one, and of the one that adds the other. */
    String note() {
        String what = table == null ? "table " : "column " + table + ".";
        return "This may be a rename of " + what + from + " to " + to + ": " + why
                + ". Dropping loses what is in it. If it is one, state " + statement()
                + " where the difference is made, or write the rename here instead of both.";
    }
}
