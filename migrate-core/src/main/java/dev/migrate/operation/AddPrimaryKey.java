package dev.migrate.operation;

import dev.migrate.schema.KeyPart;
import java.util.List;

/**
 * Gives a table its primary key; it fails where rows contradict it.
 *
 * @param table the table's name
 * @param parts what it orders rows by, one part at least
 */
public record AddPrimaryKey(String table, List<KeyPart> parts) implements TableChange {

    /** Copies the parts, of which there must be one at least. */
    public AddPrimaryKey {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("The primary key of " + table + " has no columns.");
        }
    }

    @Override
    public <R> R accept(TableChange.Visitor<R> visitor) {
        return visitor.addPrimaryKey(this);
    }

    @Override
    public Inverse<TableChange> inverse() {
        return Inverse.exactly(new DropPrimaryKey(table, parts));
    }

    @Override
    public String description() {
        return "add primary key on " + table;
    }
}
