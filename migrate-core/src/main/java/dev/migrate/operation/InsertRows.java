package dev.migrate.operation;

import dev.migrate.schema.Literal;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows into a table: either all of them or none.
 *
 * <p>The rows in a collection are copied. Any other source is read each time the rows are needed, so that they are never
 * in memory together; also when operations are compared.
 *
 * @param table the table's name
 * @param columns the columns of the insert, at least one
 * @param rows the rows, at least one, each with a value for each column; each iterator must return the same rows
 */
public record InsertRows(String table, List<String> columns, Iterable<List<Literal>> rows) implements Operation {

    /** Copies the lists and checks that each row of a collection has as many values as there are columns. */
    public InsertRows {
        List<String> names = List.copyOf(columns);
        columns = names;
        boolean isEmpty = names.isEmpty();
        if (rows instanceof Collection<List<Literal>> all) {
            isEmpty |= all.isEmpty();
            rows = all.stream().map(row -> complete(table, names, row)).toList();
        }
        if (isEmpty) {
            throw new IllegalArgumentException("An insert into " + table
                    + " needs columns and rows; call columns(...), then values(...) once for each row.");
        }
    }

    static List<Literal> complete(String table, List<String> columns, List<Literal> row) {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException("A row for " + table + " has " + row.size() + " values for "
                    + columns.size() + " columns " + columns + ".");
        }
        return List.copyOf(row);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.insertRows(this);
    }

    /** Rows of a table that the same migration creates need no inverse; {@link Reversal} omits them. */
    @Override
    public Inverse<Operation> inverse() {
        return new Inverse.None<>("The inserted rows cannot be distinguished from equal rows.");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof InsertRows insert
                        && table.equals(insert.table)
                        && columns.equals(insert.columns)
                        && isEqual(rows.iterator(), insert.rows.iterator()));
    }

    private static boolean isEqual(Iterator<List<Literal>> some, Iterator<List<Literal>> others) {
        while (some.hasNext() && others.hasNext()) {
            if (!some.next().equals(others.next())) {
                return false;
            }
        }
        return some.hasNext() == others.hasNext();
    }

    @Override
    public int hashCode() {
        return Objects.hash(table, columns);
    }

    @Override
    public String description() {
        return "insert " + (rows instanceof List<?> all ? all.size() + " " : "") + "rows into " + table;
    }
}
