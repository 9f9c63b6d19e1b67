package dev.migrate.operation;

import dev.migrate.schema.ForeignKey;

/**
 * Adds a foreign key. Fails if rows violate it. The server creates an index if none starts with the columns.
 *
 * @param table the name of the referencing table
 * @param foreignKey the foreign key
 */
public record AddForeignKey(String table, ForeignKey foreignKey) implements TableChange {

    @Override
    public <R> R accept(TableChange.Visitor<R> visitor) {
        return visitor.addForeignKey(this);
    }

    @Override
    public Inverse<TableChange> inverse() {
        return Inverse.exactly(new DropForeignKey(table, foreignKey.name(), true, foreignKey));
    }

    @Override
    public String description() {
        return "add foreign key " + foreignKey.name() + " on " + table;
    }
}
