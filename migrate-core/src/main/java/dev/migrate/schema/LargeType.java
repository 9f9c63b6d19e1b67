package dev.migrate.schema;

/**
 * A text or a blob, which has no length of its own.
 *
 * @param kind which one
 */
public record LargeType(Kind kind) implements ColumnType {
    /** The kinds, by their SQL names. */
    public enum Kind {
        /** Characters, up to 255 bytes. */
        TINYTEXT,
        /** Characters, up to 64 KiB. */
        TEXT,
        /** Characters, up to 16 MiB. */
        MEDIUMTEXT,
        /** Characters, up to 4 GiB. */
        LONGTEXT,
        /** Bytes, up to 255. */
        TINYBLOB,
        /** Bytes, up to 64 KiB. */
        BLOB,
        /** Bytes, up to 16 MiB. */
        MEDIUMBLOB,
        /** Bytes, up to 4 GiB. */
        LONGBLOB
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.large(this);
    }
}
