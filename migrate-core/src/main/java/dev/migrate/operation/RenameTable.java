package dev.migrate.operation;

/**
 * Renames a table. Views and triggers that refer to it are not changed.
 *
 * @param from the current name
 * @param to the new name
 */
public record RenameTable(String from, String to) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.renameTable(this);
    }

    @Override
    public Inverse<Operation> inverse() {
        return Inverse.exactly(new RenameTable(to, from));
    }

    @Override
    public String description() {
        return "rename table " + from + " to " + to;
    }
}
