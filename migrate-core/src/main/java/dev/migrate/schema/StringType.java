package dev.migrate.schema;

/**
 * Characters or bytes with a length of their own.
 *
 * @param kind which of the four
 * @param length the greatest length: characters for CHAR and VARCHAR, bytes for BINARY and VARBINARY
 */
public record StringType(Kind kind, int length) implements ColumnType {
    /** The kinds, by their SQL names. */
    public enum Kind {
        /** Characters, padded to the length. */
        CHAR,
        /** Characters. */
        VARCHAR,
        /** Bytes, padded to the length. */
        BINARY,
        /** Bytes. */
        VARBINARY
    }

    /** Checks the length against the server's limits: 255 for the padded kinds, 65535 for the others. */
    public StringType {
        boolean isPadded = kind == Kind.CHAR || kind == Kind.BINARY;
        Check.range("length", length, 0, isPadded ? 255 : 65_535);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.string(this);
    }
}
