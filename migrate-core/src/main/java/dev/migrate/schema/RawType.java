package dev.migrate.schema;

/**
 * A type that this model has no word for, in the server's own SQL. So nothing is lost that a server can hold.
 *
 * @param sql the type with all its attributes
 */
public record RawType(String sql) implements ColumnType {
    /** Refuses an empty text. */
    public RawType {
        sql = Require.sql("type", sql);
    }

    @Override
    public <R> R accept(ColumnTypeVisitor<R> visitor) {
        return visitor.raw(this);
    }
}
