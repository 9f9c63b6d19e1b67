package dev.migrate.schema;

/**
 * A bit field.
 *
 * @param length the number of bits, 1 to 64
 */
public record BitType(int length) implements ColumnType {
    /** Checks the length. */
    public BitType {
        Require.range("length", length, 1, 64);
    }

    @Override
    public <R> R accept(ColumnTypeVisitor<R> visitor) {
        return visitor.bit(this);
    }
}
