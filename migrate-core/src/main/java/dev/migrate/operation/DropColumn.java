package dev.migrate.operation;

/**
 * Drops a column and all its values.
 *
 * @param table the table's name
 * @param column the column's name
 */
public record DropColumn(String table, String column) implements Operation {
    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropColumn(this);
    }
}
