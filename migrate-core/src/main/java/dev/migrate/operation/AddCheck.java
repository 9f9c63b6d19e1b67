package dev.migrate.operation;

import dev.migrate.schema.Check;

/**
 * Adds a check constraint. Fails if rows violate it.
 *
 * @param table the table's name
 * @param check the check
 */
public record AddCheck(String table, Check check) implements TableChange {

    @Override
    public <R> R accept(TableChange.Visitor<R> visitor) {
        return visitor.addCheck(this);
    }

    @Override
    public Inverse<TableChange> inverse() {
        return Inverse.exactly(new DropCheck(table, check.name(), check));
    }

    @Override
    public String description() {
        return "add check " + check.name() + " on " + table;
    }
}
