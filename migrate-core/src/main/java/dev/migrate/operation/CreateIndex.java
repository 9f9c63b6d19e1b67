package dev.migrate.operation;

import dev.migrate.schema.Index;

/**
 * Creates an index; where it is unique, it is a unique constraint, and fails where rows contradict it.
 *
 * @param table the table's name
 * @param index the index
 */
public record CreateIndex(String table, Index index) implements TableChange {

    @Override
    public <R> R accept(TableChange.Visitor<R> visitor) {
        return visitor.createIndex(this);
    }

    @Override
    public Inverse<TableChange> inverse() {
        return Inverse.exactly(new DropIndex(table, index.name(), index));
    }

    @Override
    public String description() {
        return "create index " + index.name() + " on " + table;
    }
}
