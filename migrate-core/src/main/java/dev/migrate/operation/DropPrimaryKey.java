package dev.migrate.operation;

import dev.migrate.schema.KeyPart;
import java.util.List;

/**
 * Drops the primary key of a table.
 *
 * @param table the table's name
 * @param parts the key parts, to make the operation reversible; may be empty
 */
public record DropPrimaryKey(String table, List<KeyPart> parts) implements TableChange {

    /** Copies the parts. */
    public DropPrimaryKey {
        parts = List.copyOf(parts);
    }

    @Override
    public <R> R accept(TableChange.Visitor<R> visitor) {
        return visitor.dropPrimaryKey(this);
    }

    @Override
    public Inverse<TableChange> inverse() {
        return parts.isEmpty()
                ? new Inverse.Needs<>("the columns of the primary key")
                : Inverse.exactly(new AddPrimaryKey(table, parts));
    }

    @Override
    public String description() {
        return "drop primary key on " + table;
    }
}
