package dev.migrate.operation;

import dev.migrate.schema.ForeignKey;
import org.jspecify.annotations.Nullable;

/**
 * Drops a foreign key.
 *
 * @param table the name of the table that refers
 * @param foreignKey the foreign key's name
 * @param dropsIndex whether the index that the server made for it, which has its name, goes with it
 * @param definition what the foreign key is, so that it can be added again, or null
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
