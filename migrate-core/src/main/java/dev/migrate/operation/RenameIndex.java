package dev.migrate.operation;

/**
 * Renames an index.
 *
 * @param table the table's name
 * @param from the current name
 * @param to the new name
 */
public record RenameIndex(String table, String from, String to) implements TableChange {

    @Override
    public <R> R accept(TableChange.Visitor<R> visitor) {
        return visitor.renameIndex(this);
    }

    @Override
    public Inverse<TableChange> inverse() {
        return Inverse.exactly(new RenameIndex(table, to, from));
    }

    @Override
    public String description() {
        return "rename index " + from + " on " + table + " to " + to;
    }
}
