package dev.migrate.operation;

import dev.migrate.schema.ForeignKey;
import org.jspecify.annotations.Nullable;

/**
 * Drops a foreign key.
 *
 * @param table the name of the referencing table
 * @param foreignKey the foreign key's name
 * @param dropsIndex whether to drop the index of the same name that the server created for it
 * @param definition the foreign key, to make the operation reversible, or null
 */
public record DropForeignKey(
        String table,
        String foreignKey,
        boolean dropsIndex,
        @Nullable ForeignKey definition) implements TableChange {

    @Override
    public <R> R accept(TableChange.Visitor<R> visitor) {
        return visitor.dropForeignKey(this);
    }

    @Override
    public Inverse<TableChange> inverse() {
        return definition == null
                ? new Inverse.Needs<>("the definition of the foreign key")
                : Inverse.exactly(new AddForeignKey(table, definition));
    }

    @Override
    public String description() {
        return "drop foreign key " + foreignKey + " on " + table;
    }
}
