package dev.migrate.operation;

import dev.migrate.schema.Literal;
import java.util.List;

/**
 * Inserts rows into a table: either all of them or none.
 *
 * @param table the table's name
 * @param columns the columns of the insert, at least one
 * @param rows the rows, at least one, each with a value for each column
 */
public record InsertRows(String table, List<String> columns, List<List<Literal>> rows) implements Operation {

    /** Copies the lists and checks that each row has as many values as there are columns. */
    public InsertRows {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        if (columns.isEmpty() || rows.isEmpty()) {
            throw new IllegalArgumentException("An insert into " + table
                    + " needs columns and rows; call columns(...), then values(...) once for each row.");
        }
        for (List<Literal> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("A row for " + table + " has " + row.size() + " values for "
                        + columns.size() + " columns " + columns + ".");
            }
        }
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
    public String description() {
        return "insert " + rows.size() + " rows into " + table;
    }
}
