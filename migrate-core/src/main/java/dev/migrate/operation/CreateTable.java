package dev.migrate.operation;

import dev.migrate.schema.Table;

/**
 * Creates a table with its columns, keys and options.
 *
 * @param table the table
 */
public record CreateTable(Table table) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.createTable(this);
    }

    @Override
    public Inverse<Operation> inverse() {
        return Inverse.exactly(new DropTable(table.name(), table));
    }

    @Override
    public String description() {
        return "create table " + table.name();
    }
}
