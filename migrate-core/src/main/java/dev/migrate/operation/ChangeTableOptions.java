package dev.migrate.operation;

import dev.migrate.schema.TableOptions;
import org.jspecify.annotations.Nullable;

/**
 * Changes options of a table. An option that is null is kept. A new character set applies to columns that are added
 * later; existing columns keep theirs.
 *
 * @param table the table's name
 * @param options the options to change
 * @param before the previous values of the same options, or null
 */
public record ChangeTableOptions(
        String table, TableOptions options, @Nullable TableOptions before) implements TableChange {

    @Override
    public <R> R accept(TableChange.Visitor<R> visitor) {
        return visitor.changeTableOptions(this);
    }

    @Override
    public Inverse<TableChange> inverse() {
        return before == null
                ? new Inverse.Needs<>("the previous options")
                : Inverse.exactly(new ChangeTableOptions(table, before, options));
    }

    @Override
    public String description() {
        return "change options of " + table;
    }
}
