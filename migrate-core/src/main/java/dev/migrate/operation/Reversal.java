package dev.migrate.operation;

import dev.migrate.error.InvalidMigrationException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Derives the inverse of a list of operations: the inverse of each, in reverse order. */
final class Reversal implements Inverse.Visitor<Operation, List<Operation>> {

    private final Operation operation;

    private Reversal(Operation operation) {
        this.operation = operation;
    }

    static List<Operation> of(List<Operation> operations) {
        List<Operation> needing = withoutRowsOfNewTables(operations);
        List<Operation> reversed = new ArrayList<>();
        for (int i = needing.size() - 1; i >= 0; i--) {
            Operation operation = needing.get(i);
            reversed.addAll(widened(operation.inverse()).accept(new Reversal(operation)));
        }
        return reversed;
    }

    /** Rows of a table that the same migration creates are dropped with the table. */
    private static List<Operation> withoutRowsOfNewTables(List<Operation> operations) {
        Set<String> created = new HashSet<>();
        List<Operation> rest = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation instanceof CreateTable create) {
                created.add(create.table().name());
            } else if (operation instanceof RenameTable rename && created.remove(rename.from())) {
                created.add(rename.to());
            } else if (operation instanceof DropTable drop) {
                created.remove(drop.table());
            }
            if (!(operation instanceof InsertRows insert && created.contains(insert.table()))) {
                rest.add(operation);
            }
        }
        return rest;
    }

    /** The inverse is only read, so the cast is safe. */
    @SuppressWarnings("unchecked")
    private static Inverse<Operation> widened(Inverse<? extends Operation> inverse) {
        return (Inverse<Operation>) inverse;
    }

    @Override
    public List<Operation> exact(Inverse.Exact<Operation> inverse) {
        return inverse.operations();
    }

    @Override
    public List<Operation> needs(Inverse.Needs<Operation> inverse) {
        throw new InvalidMigrationException(
                InvalidMigrationException.Reason.IRREVERSIBLE,
                "The inverse of \"" + operation.description() + "\" cannot be derived: it needs " + inverse.what()
                        + ".",
                "Give " + inverse.what() + " where the operation is recorded, or write down() by hand.");
    }

    @Override
    public List<Operation> none(Inverse.None<Operation> inverse) {
        throw new InvalidMigrationException(
                InvalidMigrationException.Reason.IRREVERSIBLE,
                "There is no inverse of \"" + operation.description() + "\": " + inverse.why(),
                "Write down() by hand.");
    }
}
