package dev.migrate.operation;

import dev.migrate.schema.KeyPart;
import java.util.List;

/**
 * Adds the primary key of a table. Fails if rows violate it.
 *
 * @param table the table's name
 * @param parts the key parts, at least one
 */
public record AddPrimaryKey(String table, List<KeyPart> parts) implements TableChange {

    /** Copies the parts and checks that there is at least one. */
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
