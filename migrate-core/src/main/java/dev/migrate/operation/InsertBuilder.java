package dev.migrate.operation;

import dev.migrate.schema.Literal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the rows of an insert. Not thread-safe. */
public final class InsertBuilder {

    private final List<List<Literal>> rows = new ArrayList<>();
    private List<String> columns = List.of();

    InsertBuilder() {}

    /**
     * Sets the columns of the insert. All other columns get their defaults.
     *
     * @param names the columns' names
     * @return this builder
     */
    public InsertBuilder columns(String... names) {
        columns = List.of(names);
        return this;
    }

    /**
     * Adds one row.
     *
     * @param values a value for each column: null or anything that {@link Literal#of} accepts
     * @return this builder
     * @throws IllegalArgumentException if a value has no SQL literal
     */
    public InsertBuilder values(@Nullable Object... values) {
        rows.add(row(values));
        return this;
    }

    static List<Literal> row(@Nullable Object[] values) {
        return Arrays.stream(values).map(Literal::of).toList();
    }

    InsertRows build(String table) {
        return new InsertRows(table, columns, rows);
    }
}
