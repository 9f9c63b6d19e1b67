package dev.migrate.schema;

import java.util.Objects;

/**
 * Characters with a given maximum length.
 *
 * @param kind fixed or variable length
 * @param length the maximum length in characters
 * @param encoding the character set and the collation
 */
public record StringType(Kind kind, int length, Encoding encoding) implements CharacterType {
    /** The kinds, by their SQL names. */
    public enum Kind {
        /** Padded to the length. */
        CHAR,
        /** Of variable length. */
        VARCHAR
    }

    /** Checks the length against the server's limits: 255 for CHAR, 65535 for VARCHAR. */
    public StringType {
        Require.range("length", length, 0, kind == Kind.CHAR ? 255 : 65_535);
        Objects.requireNonNull(encoding, "encoding");
    }

    @Override
    public StringType encoding(Encoding other) {
        return new StringType(kind, length, other);
    }

    @Override
    public <R> R accept(ColumnTypeVisitor<R> visitor) {
        return visitor.string(this);
    }
}
