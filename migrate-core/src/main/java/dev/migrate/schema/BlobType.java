package dev.migrate.schema;

import java.util.Objects;

/**
 * Bytes with the maximum length of their kind.
 *
 * @param kind the size
 */
public record BlobType(Kind kind) implements ColumnType {
    /** The kinds, by their SQL names. */
    public enum Kind {
        /** Up to 255 bytes. */
        TINYBLOB,
        /** Up to 64 KiB. */
        BLOB,
        /** Up to 16 MiB. */
        MEDIUMBLOB,
        /** Up to 4 GiB. */
        LONGBLOB
    }

    /** Rejects null. */
    public BlobType {
        Objects.requireNonNull(kind, "kind");
    }

    @Override
    public <R> R accept(ColumnTypeVisitor<R> visitor) {
        return visitor.blob(this);
    }
}
