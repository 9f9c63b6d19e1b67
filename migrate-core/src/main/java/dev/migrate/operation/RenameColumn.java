package dev.migrate.operation;

/**
 * Renames a column. Views and triggers that refer to it are not changed.
 *
 * @param table the table's name
 * @param from the current name
 * @param to the new name
 */
public record RenameColumn(String table, String from, String to) implements TableChange {

    @Override
    public <R> R accept(TableChange.Visitor<R> visitor) {
        return visitor.renameColumn(this);
    }

    @Override
    public Inverse<TableChange> inverse() {
        return Inverse.exactly(new RenameColumn(table, to, from));
    }

    @Override
    public String description() {
        return "rename column " + table + "." + from + " to " + to;
    }
}
