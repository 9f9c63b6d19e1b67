package dev.migrate.operation;

import dev.migrate.schema.TableOptions;
import org.jspecify.annotations.Nullable;

/**
 * Changes what is said of a table as a whole. What is null stays as it is. The character set is that of columns that are added later; those that are there keep theirs.
 *
 * @param table the table's name
 * @param options what changes
 * @param before what the same options were, or null
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
                ? new Inverse.Needs<>("what the options were before")
                : Inverse.exactly(new ChangeTableOptions(table, before, options));
    }

    @Override
    public String description() {
        return "change options of " + table;
    }
}
