package dev.migrate.operation;

/**
 * Drops a table and all its rows.
 *
 * @param table the table's name
 */
public record DropTable(String table) implements Operation {
    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropTable(this);
    }
}
