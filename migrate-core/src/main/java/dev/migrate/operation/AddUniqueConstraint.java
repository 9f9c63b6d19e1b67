package dev.migrate.operation;

import dev.migrate.schema.UniqueConstraint;

/**
 * Adds a unique constraint; it fails where rows contradict it.
 *
 * @param table the table's name
 * @param constraint the constraint
 */
public record AddUniqueConstraint(String table, UniqueConstraint constraint) implements Operation {
    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.addUniqueConstraint(this);
    }
}
