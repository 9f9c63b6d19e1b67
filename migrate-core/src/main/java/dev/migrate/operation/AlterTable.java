package dev.migrate.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Makes several changes of one table in one statement: either all of them or none.
 *
 * @param table the table's name
 * @param changes the changes, at least one, all of this table
 * @param condition the condition under which the server executes the statement
 */
public record AlterTable(String table, List<TableChange> changes, Condition condition) implements Operation {

    /** The conditions under which the server executes the statement. It rejects the statement otherwise. */
    public enum Condition {
        /** None. */
        NONE,
        /** Other sessions can write to the table during the change. */
        NO_LOCK,
        /** Only the definition of the table changes, not its rows. */
        INSTANT_ONLY
    }

    /** Copies the changes and checks that they belong to the table. */
    public AlterTable {
        Objects.requireNonNull(condition, "condition");
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

    /**
     * Creates an operation without a condition.
     *
     * @param table the table's name
     * @param changes the changes, at least one, all of this table
     */
    public AlterTable(String table, List<TableChange> changes) {
        this(table, changes, Condition.NONE);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.alterTable(this);
    }

    /** The inverse has no condition, because the opposite change may be a more expensive one. */
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
