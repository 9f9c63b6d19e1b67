package dev.migrate.operation;

/**
 * Drops an index.
 *
 * @param table the table's name
 * @param index the index's name
 */
public record DropIndex(String table, String index) implements Operation {
    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropIndex(this);
    }
}
