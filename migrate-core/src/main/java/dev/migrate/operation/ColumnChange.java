package dev.migrate.operation;

import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a column to change, with their new values. An attribute that is null is kept.
 *
 * @param name the new name
 * @param type the new type
 * @param isNullable whether NULL is allowed
 * @param defaultValue the new default
 * @param isUpdatedToCurrentTimestamp whether an update of the row sets the column to the current time
 * @param isAutoIncrement whether the column is AUTO_INCREMENT
 * @param isInvisible whether {@code SELECT *} omits the column
 * @param comment the new comment; empty for none
 * @param position the new position of the column
 */
public record ColumnChange(
        @Nullable String name,
        @Nullable ColumnType type,
        @Nullable Boolean isNullable,
        @Nullable NewDefault defaultValue,
        @Nullable Boolean isUpdatedToCurrentTimestamp,
        @Nullable Boolean isAutoIncrement,
        @Nullable Boolean isInvisible,
        @Nullable String comment,
        @Nullable Position position) {

    /** Rejects a change without attributes. */
    public ColumnChange {
        boolean isEmpty = name == null
                && type == null
                && isNullable == null
                && defaultValue == null
                && isUpdatedToCurrentTimestamp == null
                && isAutoIncrement == null
                && isInvisible == null
                && comment == null
                && position == null;
        if (isEmpty) {
            throw new IllegalArgumentException("The change of the column is empty; set at least one attribute.");
        }
    }

    /**
     * Returns a change of the nullability only.
     *
     * @param isNullable whether NULL is allowed
     * @return the change
     */
    public static ColumnChange ofNullability(boolean isNullable) {
        return new ColumnChange(null, null, isNullable, null, null, null, null, null, null);
    }

    /**
     * Returns a change of the default only.
     *
     * @param value the default, or null for none
     * @return the change
     */
    public static ColumnChange ofDefault(@Nullable DefaultValue value) {
        return new ColumnChange(null, null, null, new NewDefault(value), null, null, null, null, null);
    }

    /**
     * Returns a change of AUTO_INCREMENT only.
     *
     * @param isAutoIncrement whether the column is AUTO_INCREMENT
     * @return the change
     */
    public static ColumnChange ofAutoIncrement(boolean isAutoIncrement) {
        return new ColumnChange(null, null, null, null, null, isAutoIncrement, null, null, null);
    }

    /** Returns the same change with another new name. */
    ColumnChange named(@Nullable String newName) {
        return new ColumnChange(
                newName,
                type,
                isNullable,
                defaultValue,
                isUpdatedToCurrentTimestamp,
                isAutoIncrement,
                isInvisible,
                comment,
                position);
    }

    /** The names of the attributes that this change sets and the other does not, except the column name. */
    List<String> missingIn(@Nullable ColumnChange other) {
        List<String> missing = new ArrayList<>();
        missing(missing, "type", type, other == null ? null : other.type);
        missing(missing, "nullability", isNullable, other == null ? null : other.isNullable);
        missing(missing, "default", defaultValue, other == null ? null : other.defaultValue);
        missing(
                missing,
                "ON UPDATE",
                isUpdatedToCurrentTimestamp,
                other == null ? null : other.isUpdatedToCurrentTimestamp);
        missing(missing, "AUTO_INCREMENT", isAutoIncrement, other == null ? null : other.isAutoIncrement);
        missing(missing, "visibility", isInvisible, other == null ? null : other.isInvisible);
        missing(missing, "comment", comment, other == null ? null : other.comment);
        missing(missing, "position", position, other == null ? null : other.position);
        return missing;
    }

    private static void missing(List<String> missing, String what, @Nullable Object here, @Nullable Object there) {
        if (here != null && there == null) {
            missing.add(what);
        }
    }
}
