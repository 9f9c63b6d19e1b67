package dev.migrate.operation;

import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Literal;
import org.jspecify.annotations.Nullable;

/** Builds a {@link ColumnChange}. Attributes that are not set are kept. Not thread-safe. */
public final class ColumnChangeBuilder {

    private @Nullable String name;
    private @Nullable ColumnType type;
    private @Nullable Boolean isNullable;
    private @Nullable NewDefault defaultValue;
    private @Nullable Boolean isUpdatedToCurrentTimestamp;
    private @Nullable Boolean isAutoIncrement;
    private @Nullable Boolean isInvisible;
    private @Nullable String comment;
    private @Nullable Position position;

    ColumnChangeBuilder() {}

    /**
     * Changes the name.
     *
     * @param newName the name
     * @return this builder
     */
    public ColumnChangeBuilder rename(String newName) {
        name = newName;
        return this;
    }

    /**
     * Changes the type. A character type keeps its character set and collation unless the new type sets others.
     *
     * @param newType the type
     * @return this builder
     */
    public ColumnChangeBuilder type(ColumnType newType) {
        type = newType;
        return this;
    }

    /**
     * Forbids NULL. Fails if there are NULL values.
     *
     * @return this builder
     */
    public ColumnChangeBuilder notNull() {
        isNullable = false;
        return this;
    }

    /**
     * Allows NULL.
     *
     * @return this builder
     */
    public ColumnChangeBuilder nullable() {
        isNullable = true;
        return this;
    }

    /**
     * Changes the default to a constant.
     *
     * @param value null or any value that {@link Literal#of} accepts
     * @return this builder
     */
    public ColumnChangeBuilder defaultValue(@Nullable Object value) {
        defaultValue = new NewDefault(new DefaultValue.Constant(Literal.of(value)));
        return this;
    }

    /**
     * Changes the default to the current time.
     *
     * @return this builder
     */
    public ColumnChangeBuilder defaultCurrentTimestamp() {
        defaultValue = new NewDefault(new DefaultValue.CurrentTimestamp());
        return this;
    }

    /**
     * Changes the default to an expression.
     *
     * @param sql the expression in the server's SQL, without enclosing parentheses
     * @return this builder
     */
    public ColumnChangeBuilder defaultExpression(String sql) {
        defaultValue = new NewDefault(new DefaultValue.Expression(sql));
        return this;
    }

    /**
     * Removes the default.
     *
     * @return this builder
     */
    public ColumnChangeBuilder noDefault() {
        defaultValue = new NewDefault(null);
        return this;
    }

    /**
     * Sets the column to the current time on each update of a row.
     *
     * @return this builder
     */
    public ColumnChangeBuilder onUpdateCurrentTimestamp() {
        isUpdatedToCurrentTimestamp = true;
        return this;
    }

    /**
     * Removes {@code ON UPDATE CURRENT_TIMESTAMP}.
     *
     * @return this builder
     */
    public ColumnChangeBuilder noOnUpdate() {
        isUpdatedToCurrentTimestamp = false;
        return this;
    }

    /**
     * Makes the column AUTO_INCREMENT.
     *
     * @return this builder
     */
    public ColumnChangeBuilder autoIncrement() {
        isAutoIncrement = true;
        return this;
    }

    /**
     * Removes AUTO_INCREMENT.
     *
     * @return this builder
     */
    public ColumnChangeBuilder noAutoIncrement() {
        isAutoIncrement = false;
        return this;
    }

    /**
     * Makes the column invisible, so that {@code SELECT *} omits it.
     *
     * @return this builder
     */
    public ColumnChangeBuilder invisible() {
        isInvisible = true;
        return this;
    }

    /**
     * Makes the column visible.
     *
     * @return this builder
     */
    public ColumnChangeBuilder visible() {
        isInvisible = false;
        return this;
    }

    /**
     * Changes the comment.
     *
     * @param text the comment; empty for none
     * @return this builder
     */
    public ColumnChangeBuilder comment(String text) {
        comment = text;
        return this;
    }

    /**
     * Moves the column before all others.
     *
     * @return this builder
     */
    public ColumnChangeBuilder first() {
        position = Position.first();
        return this;
    }

    /**
     * Moves the column after another.
     *
     * @param column the name of the other column
     * @return this builder
     */
    public ColumnChangeBuilder after(String column) {
        position = Position.after(column);
        return this;
    }

    ColumnChange build() {
        return new ColumnChange(
                name,
                type,
                isNullable,
                defaultValue,
                isUpdatedToCurrentTimestamp,
                isAutoIncrement,
                isInvisible,
                comment,
                position);
    }
}
