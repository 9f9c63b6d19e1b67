package dev.migrate.operation;

/**
 * Drops a foreign key. The index that the server made for it stays.
 *
 * @param table the name of the table that refers
 * @param foreignKey the foreign key's name
 */
public record DropForeignKey(String table, String foreignKey) implements Operation {
    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropForeignKey(this);
    }
}
