package dev.migrate.operation;

import dev.migrate.schema.Literal;
import java.util.List;

/**
 * Inserts rows into a table: all of them or none.
 *
 * @param table the table's name
 * @param columns the columns that the rows fill, one at least
 * @param rows the rows, one at least, each with a value for each column
 */
public record InsertRows(String table, List<String> columns, List<List<Literal>> rows) implements Operation {

    /** Copies the lists; each row must have as many values as there are columns. */
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

    /** Rows in a table that goes with them need no inverse; that is decided where the operations are seen together. */
    @Override
    public Inverse<Operation> inverse() {
        return new Inverse.None<>("Nothing tells the inserted rows from others that look the same.");
    }

    @Override
    public String description() {
        return "insert " + rows.size() + " rows into " + table;
    }
}
