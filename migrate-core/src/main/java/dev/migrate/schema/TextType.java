package dev.migrate.schema;

import java.util.Objects;

/**
 * Characters with the maximum length of their kind, in bytes.
 *
 * @param kind the size
 * @param encoding the character set and the collation
 */
public record TextType(Kind kind, Encoding encoding) implements CharacterType {
    /** The kinds, by their SQL names. */
    public enum Kind {
        /** Up to 255 bytes. */
        TINYTEXT,
        /** Up to 64 KiB. */
        TEXT,
        /** Up to 16 MiB. */
        MEDIUMTEXT,
        /** Up to 4 GiB. */
        LONGTEXT
    }

    /** Rejects null. */
    public TextType {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(encoding, "encoding");
    }

    @Override
    public TextType encoding(Encoding other) {
        return new TextType(kind, other);
    }

    @Override
    public <R> R accept(ColumnTypeVisitor<R> visitor) {
        return visitor.text(this);
    }
}
