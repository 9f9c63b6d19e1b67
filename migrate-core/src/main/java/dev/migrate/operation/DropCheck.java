package dev.migrate.operation;

import dev.migrate.schema.Check;
import org.jspecify.annotations.Nullable;

/**
 * Drops a check constraint.
 *
 * @param table the table's name
 * @param check the check's name
 * @param definition the check constraint, to make the operation reversible, or null
 */
public record DropCheck(
        String table, String check, @Nullable Check definition) implements TableChange {

    @Override
    public <R> R accept(TableChange.Visitor<R> visitor) {
        return visitor.dropCheck(this);
    }

    @Override
    public Inverse<TableChange> inverse() {
        return definition == null
                ? new Inverse.Needs<>("the definition of the check")
                : Inverse.exactly(new AddCheck(table, definition));
    }

    @Override
    public String description() {
        return "drop check " + check + " on " + table;
    }
}
