package dev.migrate.schema;

/** A boolean. Some servers store it as {@code TINYINT(1)}. */
public record BooleanType() implements ColumnType {
    @Override
    public <R> R accept(ColumnTypeVisitor<R> visitor) {
        return visitor.bool(this);
    }
}
