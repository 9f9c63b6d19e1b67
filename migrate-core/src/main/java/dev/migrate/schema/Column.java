package dev.migrate.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name the name
 * @param type the type
 * @param isNullable whether NULL is allowed
 * @param defaultValue what the column holds where a row does not say, or null for none
 * @param isUpdatedToCurrentTimestamp whether each change of the row sets the column to the current time
 * @param isAutoIncrement whether the server counts the values
 * @param comment the comment, or null for none
 */
public record Column(
        String name,
        ColumnType type,
        boolean isNullable,
        @Nullable DefaultValue defaultValue,
        boolean isUpdatedToCurrentTimestamp,
        boolean isAutoIncrement,
        @Nullable String comment) {

    /** Refuses an empty name. */
    public Column {
        Check.name("a column", name);
        Objects.requireNonNull(type, "type");
    }
}
