package dev.migrate.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Column}. Not thread-safe. */
public final class ColumnBuilder {

    private String name;
    private ColumnType type;
    private boolean isNullable = true;
    private @Nullable DefaultValue defaultValue;
    private boolean isUpdatedToCurrentTimestamp;
    private boolean isAutoIncrement;
    private @Nullable Generation generation;
    private boolean isInvisible;
    private @Nullable String check;
    private @Nullable String comment;
    private final List<String> attributes = new ArrayList<>();

    /**
     * Starts a nullable column with no other attributes.
     *
     * @param name the name
     * @param type the type
     * @throws IllegalArgumentException if the name is empty
     */
    public ColumnBuilder(String name, ColumnType type) {
        this.name = Require.name("a column", name);
        this.type = type;
    }

    ColumnBuilder(Column column) {
        name = column.name();
        type = column.type();
        isNullable = column.isNullable();
        defaultValue = column.defaultValue();
        isUpdatedToCurrentTimestamp = column.isUpdatedToCurrentTimestamp();
        isAutoIncrement = column.isAutoIncrement();
        generation = column.generation();
        isInvisible = column.isInvisible();
        check = column.check();
        comment = column.comment();
        attributes.addAll(column.attributes());
    }

    /**
     * Sets another name.
     *
     * @param newName the name
     * @return this builder
     * @throws IllegalArgumentException if the name is empty
     */
    public ColumnBuilder name(String newName) {
        name = Require.name("a column", newName);
        return this;
    }

    /**
     * Sets another type.
     *
     * @param newType the type
     * @return this builder
     */
    public ColumnBuilder type(ColumnType newType) {
        type = newType;
        return this;
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
     * Allows NULL, which is the default.
     *
     * @return this builder
     */
    public ColumnBuilder nullable() {
        isNullable = true;
        return this;
    }

    /**
     * Sets a constant as the default.
     *
     * @param value null or any value that {@link Literal#of} accepts
     * @return this builder
     * @throws IllegalArgumentException if the value has no SQL literal
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
     * @param sql the expression in the server's SQL, without enclosing parentheses
     * @return this builder
     * @throws IllegalArgumentException if the expression is empty
     */
    public ColumnBuilder defaultExpression(String sql) {
        defaultValue = new DefaultValue.Expression(sql);
        return this;
    }

    /**
     * Removes the default.
     *
     * @return this builder
     */
    public ColumnBuilder noDefault() {
        defaultValue = null;
        return this;
    }

    /**
     * Sets the column to the current time on each update of a row.
     *
     * @return this builder
     */
    public ColumnBuilder onUpdateCurrentTimestamp() {
        isUpdatedToCurrentTimestamp = true;
        return this;
    }

    /**
     * Makes the column AUTO_INCREMENT. It must be the first column of a key.
     *
     * @return this builder
     */
    public ColumnBuilder autoIncrement() {
        isAutoIncrement = true;
        return this;
    }

    /**
     * Removes AUTO_INCREMENT.
     *
     * @return this builder
     */
    public ColumnBuilder noAutoIncrement() {
        isAutoIncrement = false;
        return this;
    }

    /**
     * Makes the column a generated column, which is computed on each read; see {@link #stored}.
     *
     * @param sql the expression in the server's SQL, without enclosing parentheses
     * @return this builder
     * @throws IllegalArgumentException if the expression is empty
     */
    public ColumnBuilder generatedAs(String sql) {
        generation = new Generation(sql, Generation.Storage.VIRTUAL);
        return this;
    }

    /**
     * Stores the generated column instead of computing it on each read.
     *
     * @return this builder
     * @throws IllegalStateException if {@link #generatedAs} was not called before
     */
    public ColumnBuilder stored() {
        if (generation == null) {
            throw new IllegalStateException(
                    "Column " + name + " is stored, but is not a generated column; call generatedAs(...) first.");
        }
        generation = new Generation(generation.expression(), Generation.Storage.STORED);
        return this;
    }

    /**
     * Makes the column invisible, so that {@code SELECT *} omits it.
     *
     * @return this builder
     */
    public ColumnBuilder invisible() {
        isInvisible = true;
        return this;
    }

    /**
     * Makes the column visible, which is the default.
     *
     * @return this builder
     */
    public ColumnBuilder visible() {
        isInvisible = false;
        return this;
    }

    /**
     * Adds a column check, which not every server supports. {@link TableBuilder#check} is the portable form.
     *
     * @param sql the condition in the server's SQL, without enclosing parentheses
     * @return this builder
     */
    public ColumnBuilder check(String sql) {
        check = sql;
        return this;
    }

    /**
     * Removes the column check.
     *
     * @return this builder
     */
    public ColumnBuilder noCheck() {
        check = null;
        return this;
    }

    /**
     * Sets the comment.
     *
     * @param text the comment; empty for none
     * @return this builder
     */
    public ColumnBuilder comment(String text) {
        comment = text;
        return this;
    }

    /**
     * Adds an attribute without a dedicated method.
     *
     * @param sql the attribute, in the server's SQL; it is written after all other attributes of the column
     * @return this builder
     */
    public ColumnBuilder attribute(String sql) {
        attributes.add(sql);
        return this;
    }

    ColumnBuilder with(@Nullable DefaultValue value) {
        defaultValue = value;
        return this;
    }

    ColumnBuilder with(@Nullable Generation newGeneration) {
        generation = newGeneration;
        return this;
    }

    /**
     * Builds the column.
     *
     * @return the column
     * @throws IllegalArgumentException if the attributes contradict each other
     */
    public Column build() {
        return new Column(
                name,
                type,
                isNullable,
                defaultValue,
                isUpdatedToCurrentTimestamp,
                isAutoIncrement,
                generation,
                isInvisible,
                check,
                comment,
                attributes);
    }
}
