package dev.migrate.operation;

import dev.migrate.schema.Index;

/**
 * Creates an index. A unique index is a unique constraint; creating it fails if rows violate it.
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
