package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/** Builds a {@link Column}. Not thread-safe. */
public final class ColumnBuilder {

    private final String name;
    private final ColumnType type;
    private boolean isNullable = true;
    private @Nullable DefaultValue defaultValue;
    private boolean isUpdatedToCurrentTimestamp;
    private boolean isAutoIncrement;
    private @Nullable String comment;

    /**
     * Starts a column that allows NULL and has nothing but a name and a type.
     *
     * @param name the name
     * @param type the type
     * @throws IllegalArgumentException if the name is empty
     */
    public ColumnBuilder(String name, ColumnType type) {
        this.name = Check.name("a column", name);
        this.type = type;
    }

    /**
     * Forbids NULL.
     *
     * @return this builder
     */
    public ColumnBuilder notNull() {
        isNullable = false;
        return this;
    }

    /**
     * Sets a constant as the default.
     *
     * @param value null or any value that {@link Literal#of} takes
     * @return this builder
     * @throws IllegalArgumentException if the value has no literal in SQL
     */
    public ColumnBuilder defaultValue(@Nullable Object value) {
        defaultValue = new DefaultValue.Constant(Literal.of(value));
        return this;
    }

    /**
     * Sets the current time as the default.
     *
     * @return this builder
     */
    public ColumnBuilder defaultCurrentTimestamp() {
        defaultValue = new DefaultValue.CurrentTimestamp();
        return this;
    }

    /**
     * Sets an expression as the default.
     *
     * @param sql the expression in the server's SQL, without parentheses around it
     * @return this builder
     * @throws IllegalArgumentException if the expression is empty
     */
    public ColumnBuilder defaultExpression(String sql) {
        defaultValue = new DefaultValue.Expression(sql);
        return this;
    }

    /**
     * Lets each change of a row set the column to the current time.
     *
     * @return this builder
     */
    public ColumnBuilder onUpdateCurrentTimestamp() {
        isUpdatedToCurrentTimestamp = true;
        return this;
    }

    /**
     * Lets the server count the values. The column must be the first of a key.
     *
     * @return this builder
     */
    public ColumnBuilder autoIncrement() {
        isAutoIncrement = true;
        return this;
    }

    /**
     * Sets the comment.
     *
     * @param text the comment
     * @return this builder
     */
    public ColumnBuilder comment(String text) {
        comment = text;
        return this;
    }

    /**
     * Builds the column as it stands now.
     *
     * @return the column
     */
    public Column build() {
        return new Column(name, type, isNullable, defaultValue, isUpdatedToCurrentTimestamp, isAutoIncrement, comment);
    }
}
