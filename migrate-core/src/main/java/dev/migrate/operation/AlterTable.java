package dev.migrate.operation;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes several changes of one table in one statement: either all of them or none.
 *
 * @param table the table's name
 * @param changes the changes, at least one, all of this table
 */
public record AlterTable(String table, List<TableChange> changes) implements Operation {

    /** Copies the changes and checks that they belong to the table. */
    public AlterTable {
        changes = List.copyOf(changes);
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("There are no changes of table " + table + ".");
        }
        for (TableChange change : changes) {
            if (!change.table().equals(table)) {
                throw new IllegalArgumentException(
                        "\"" + change.description() + "\" is not a change of table " + table + ".");
            }
        }
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.alterTable(this);
    }

    @Override
    public Inverse<? extends Operation> inverse() {
        List<TableChange> inverses = new ArrayList<>();
        for (int i = changes.size() - 1; i >= 0; i--) {
            Inverse<TableChange> inverse = changes.get(i).inverse();
            if (!(inverse instanceof Inverse.Exact<TableChange> exact)) {
                return inverse;
            }
            inverses.addAll(exact.operations());
        }
        return Inverse.exactly(new AlterTable(table, inverses));
    }

    @Override
    public String description() {
        return changes.size() == 1 ? changes.get(0).description() : "alter table " + table;
    }
}
