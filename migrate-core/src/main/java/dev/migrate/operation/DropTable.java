package dev.migrate.operation;

import dev.migrate.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Drops a table and all its rows.
 *
 * @param table the table's name
 * @param definition the table, to make the operation reversible, or null
 */
public record DropTable(String table, @Nullable Table definition) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropTable(this);
    }

    @Override
    public Inverse<Operation> inverse() {
        return definition == null
                ? new Inverse.Needs<>("the definition of the table")
                : Inverse.exactly(new CreateTable(definition));
    }

    @Override
    public String description() {
        return "drop table " + table;
    }
}
