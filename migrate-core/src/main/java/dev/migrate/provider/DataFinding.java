package dev.migrate.provider;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Existing rows that make a statement fail, or whose values it alters; or an object that uses what it changes. Immutable.
 *
 * @param kind the kind of finding
 * @param description the rows or the object, in complete sentences
 * @param isFatal whether the statement fails because of them
 * @param count the number of rows, or of groups of equal rows; null if it was not determined within the time limit; 1 for
 *     an object
 * @param example the key of one of the rows, as text, or null if none was found within the time limit; the name of a view,
 *     trigger, routine or event
 * @param query the query that lists all of the rows, or the statement that shows the definition of the object
 * @param mayBeResolved whether an earlier statement of the plan may change these rows
 */
public record DataFinding(
        Kind kind,
        String description,
        boolean isFatal,
        @Nullable Long count,
        @Nullable String example,
        String query,
        boolean mayBeResolved) {

    /** The kinds of findings. */
    public enum Kind {
        /** NULLs in a column that becomes NOT NULL. */
        NULLS,
        /** Equal keys under a new unique key. */
        DUPLICATES,
        /** Rows whose new foreign key refers to no row. */
        ORPHANS,
        /** Rows that violate a new check. */
        CHECK_VIOLATIONS,
        /** Values that do not fit into a new type. */
        LOST_VALUES,
        /** Values that a new type rounds. */
        ROUNDED_VALUES,
        /** A generated column, a check or a key that uses the column, because of which the server rejects the statement. */
        USED_COLUMN,
        /** A table whose rows may become larger than the server can store, although it accepts the statement. */
        ROW_SIZE,
        /** A view, trigger, routine or event that uses what the statement drops or renames, and fails afterwards. */
        BROKEN_OBJECT
    }

    /** Rejects null, except for what may be unknown. */
    public DataFinding {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(query, "query");
    }
}
