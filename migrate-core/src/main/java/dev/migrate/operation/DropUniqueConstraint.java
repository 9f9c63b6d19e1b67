package dev.migrate.operation;

/**
 * Drops a unique constraint.
 *
 * @param table the table's name
 * @param constraint the constraint's name
 */
public record DropUniqueConstraint(String table, String constraint) implements Operation {
    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropUniqueConstraint(this);
    }
}
