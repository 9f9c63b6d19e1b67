package dev.migrate.operation;

import dev.migrate.schema.Index;

/**
 * Adds a unique constraint; it fails where rows contradict it.
 *
 * @param table the table's name
 * @param constraint the unique index that it is
 */
public record AddUniqueConstraint(String table, Index constraint) implements Operation {
    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.addUniqueConstraint(this);
    }
}
