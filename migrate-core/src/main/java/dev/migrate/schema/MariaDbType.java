package dev.migrate.schema;

import java.util.Objects;

/**
 * A type without attributes that only MariaDB supports. Product-specific: other providers reject it.
 *
 * @param kind the kind
 */
public record MariaDbType(Kind kind) implements ColumnType {
    /** The kinds, by their SQL names. */
    public enum Kind {
        /** A universally unique identifier. */
        UUID,
        /** An IPv4 address. */
        INET4,
        /** An IPv4 or IPv6 address. */
        INET6
    }

    /** Rejects null. */
    public MariaDbType {
        Objects.requireNonNull(kind, "kind");
    }

    @Override
    public <R> R accept(ColumnTypeVisitor<R> visitor) {
        return visitor.mariaDb(this);
    }
}
