package dev.migrate.schema;

/** A truth value; MySQL and MariaDB keep it as {@code TINYINT(1)}. */
public record BooleanType() implements ColumnType {
    @Override
    public <R> R accept(ColumnTypeVisitor<R> visitor) {
        return visitor.bool(this);
    }
}
