package dev.migrate.operation;

import dev.migrate.schema.ForeignKey;

/**
 * Adds a foreign key; it fails where rows contradict it.
 *
 * @param table the name of the table that refers
 * @param foreignKey the foreign key
 */
public record AddForeignKey(String table, ForeignKey foreignKey) implements Operation {
    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.addForeignKey(this);
    }
}
