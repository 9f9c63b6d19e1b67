package dev.migrate.schema;

/**
 * A floating-point number.
 *
 * @param isDouble eight bytes if true, four if false
 */
public record FloatingType(boolean isDouble) implements ColumnType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.floating(this);
    }
}
