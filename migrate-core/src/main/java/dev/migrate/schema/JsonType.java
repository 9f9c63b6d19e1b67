package dev.migrate.schema;

/** A JSON document. Some servers store it as {@code LONGTEXT} with a check. */
public record JsonType() implements ColumnType {
    @Override
    public <R> R accept(ColumnTypeVisitor<R> visitor) {
        return visitor.json(this);
    }
}
