package dev.migrate.operation;

import org.jspecify.annotations.Nullable;

/**
 * The position of a column in its table.
 *
 * @param after the name of the preceding column, or null for the first position
 */
public record Position(@Nullable String after) {

    /**
     * Returns the position before all other columns.
     *
     * @return the position
     */
    public static Position first() {
        return new Position(null);
    }

    /**
     * Returns the position after another column.
     *
     * @param column the name of the other column
     * @return the position
     */
    public static Position after(String column) {
        return new Position(column);
    }
}
