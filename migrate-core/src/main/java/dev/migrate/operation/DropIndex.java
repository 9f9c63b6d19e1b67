package dev.migrate.operation;

import dev.migrate.schema.Index;
import org.jspecify.annotations.Nullable;

/**
 * Drops an index, unique or not.
 *
 * @param table the table's name
 * @param index the index's name
 * @param definition the index, to make the operation reversible, or null
 */
public record DropIndex(
        String table, String index, @Nullable Index definition) implements TableChange {

    @Override
    public <R> R accept(TableChange.Visitor<R> visitor) {
        return visitor.dropIndex(this);
    }

    @Override
    public Inverse<TableChange> inverse() {
        return definition == null
                ? new Inverse.Needs<>("the definition of the index")
                : Inverse.exactly(new CreateIndex(table, definition));
    }

    @Override
    public String description() {
        return "drop index " + index + " on " + table;
    }
}
