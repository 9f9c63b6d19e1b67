package dev.migrate.schema;

/**
 * A vector of four-byte floating-point numbers.
 *
 * @param dimensions the number of dimensions, 1 to 16383
 */
public record VectorType(int dimensions) implements ColumnType {
    /** Checks the number of dimensions. */
    public VectorType {
        Require.range("number of dimensions", dimensions, 1, 16_383);
    }

    @Override
    public <R> R accept(ColumnTypeVisitor<R> visitor) {
        return visitor.vector(this);
    }
}
