package dev.migrate.operation;

import dev.migrate.schema.Index;

/**
 * Creates an index that allows duplicates.
 *
 * @param table the table's name
 * @param index the index
 */
public record CreateIndex(String table, Index index) implements Operation {
    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.createIndex(this);
    }
}
