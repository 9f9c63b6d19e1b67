package dev.migrate.schema;

/**
 * Bytes with a given maximum length.
 *
 * @param kind fixed or variable length
 * @param length the maximum length in bytes
 */
public record BinaryType(Kind kind, int length) implements ColumnType {
    /** The kinds, by their SQL names. */
    public enum Kind {
        /** Padded to the length with zeros. */
        BINARY,
        /** Of variable length. */
        VARBINARY
    }

    /** Checks the length against the server's limits: 255 for BINARY, 65535 for VARBINARY. */
    public BinaryType {
        Require.range("length", length, 0, kind == Kind.BINARY ? 255 : 65_535);
    }

    @Override
    public <R> R accept(ColumnTypeVisitor<R> visitor) {
        return visitor.binary(this);
    }
}
