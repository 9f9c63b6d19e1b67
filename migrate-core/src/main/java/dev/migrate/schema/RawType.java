package dev.migrate.schema;

/**
 * A type in the server's own SQL, for types without a dedicated class.
 *
 * @param sql the type with all its attributes
 */
public record RawType(String sql) implements ColumnType {
    /** Rejects an empty type. */
    public RawType {
        sql = Require.sql("type", sql);
    }

    @Override
    public <R> R accept(ColumnTypeVisitor<R> visitor) {
        return visitor.raw(this);
    }
}
