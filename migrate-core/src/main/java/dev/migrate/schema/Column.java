package dev.migrate.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * <p>Two columns that a server cannot distinguish are equal: a constant default is stored in the form of the column's
 * type (see {@link CanonicalDefault}), {@code DEFAULT NULL} is the same as no default, and an empty comment is the same
 * as none. An AUTO_INCREMENT column is never NULL.
 *
 * @param name the name
 * @param type the type
 * @param isNullable whether NULL is allowed
 * @param defaultValue the default, or null for none
 * @param isUpdatedToCurrentTimestamp whether an update of the row sets the column to the current time
 * @param isAutoIncrement whether the column is AUTO_INCREMENT
 * @param generation how the server computes the column, or null if it does not
 * @param isInvisible whether {@code SELECT *} omits the column
 * @param check the condition of a column check, which not every server supports, or null; a {@link Check} of the table
 *     is the portable form
 * @param comment the comment, or null for none
 * @param attributes further attributes, in the server's SQL and in its order
 */
public record Column(
        String name,
        ColumnType type,
        boolean isNullable,
        @Nullable DefaultValue defaultValue,
        boolean isUpdatedToCurrentTimestamp,
        boolean isAutoIncrement,
        @Nullable Generation generation,
        boolean isInvisible,
        @Nullable String check,
        @Nullable String comment,
        List<String> attributes) {

    /** Rejects an empty name and contradicting attributes. */
    public Column {
        Require.name("a column", name);
        Objects.requireNonNull(type, "type");
        isNullable &= !isAutoIncrement;
        defaultValue = defaultValue == null ? null : CanonicalDefault.of(type, defaultValue);
        check = check == null ? null : Require.sql("check of column " + name, check);
        comment = Require.comment(comment);
        List<String> stripped = new ArrayList<>();
        for (String attribute : attributes) {
            stripped.add(Require.sql("attribute of column " + name, attribute));
        }
        attributes = List.copyOf(stripped);
        if (generation != null && (defaultValue != null || isUpdatedToCurrentTimestamp || isAutoIncrement)) {
            throw new IllegalArgumentException("Column " + name + " is generated as " + generation.expression()
                    + ", so it can have no default, no ON UPDATE and no AUTO_INCREMENT.");
        }
        if (defaultValue != null && isAutoIncrement) {
            throw new IllegalArgumentException("Column " + name + " is AUTO_INCREMENT, so it can have no default.");
        }
    }

    /**
     * Returns a builder that starts with all attributes of this column.
     *
     * @return the builder
     */
    public ColumnBuilder toBuilder() {
        return new ColumnBuilder(this);
    }

    /**
     * Returns a copy with another default.
     *
     * @param value the default, or null for none
     * @return the copy
     */
    public Column withDefaultValue(@Nullable DefaultValue value) {
        return toBuilder().with(value).build();
    }

    /**
     * Returns a copy with another generation.
     *
     * @param newGeneration the generation, or null for none
     * @return the copy
     */
    public Column withGeneration(@Nullable Generation newGeneration) {
        return toBuilder().with(newGeneration).build();
    }

    /**
     * Returns a copy with another check.
     *
     * @param condition the condition, in the server's SQL, or null for none
     * @return the copy
     */
    public Column withCheck(@Nullable String condition) {
        return condition == null
                ? toBuilder().noCheck().build()
                : toBuilder().check(condition).build();
    }
}
