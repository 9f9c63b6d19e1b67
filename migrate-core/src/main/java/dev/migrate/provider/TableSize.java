package dev.migrate.provider;

import java.util.Objects;

/**
 * The size of a table before a plan runs. Immutable.
 *
 * @param table the name of the table before the plan runs, or its first name if the plan creates it
 * @param rows the number of its rows: an estimate of the server, unless the table is new
 * @param bytes the size of its rows and indexes: an estimate of the server, unless the table is new
 * @param isNew whether the plan creates the table, so that it is empty
 */
public record TableSize(String table, long rows, long bytes, boolean isNew) {

    /** Rejects null. */
    public TableSize {
        Objects.requireNonNull(table, "table");
    }

    /**
     * Returns the size of a table that the plan creates.
     *
     * @param table its name
     * @return the size
     */
    public static TableSize ofNew(String table) {
        return new TableSize(table, 0, 0, true);
    }
}
