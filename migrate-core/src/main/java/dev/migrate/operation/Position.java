package dev.migrate.operation;

import org.jspecify.annotations.Nullable;

/**
 * Where among a table's columns a column stands.
 *
 * @param after the column in front of it, or null where it is the first
 */
public record Position(@Nullable String after) {

    /**
     * In front of all others.
     *
     * @return the position
     */
    public static Position first() {
        return new Position(null);
    }

    /**
     * Behind another column.
     *
     * @param column the other column's name
     * @return the position
     */
    public static Position after(String column) {
        return new Position(column);
    }
}
