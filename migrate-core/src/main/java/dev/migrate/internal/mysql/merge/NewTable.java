package dev.migrate.internal.mysql.merge;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddForeignKey;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.TableChange;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds what is added to a new table right after its creation to the CREATE TABLE statement. The result is the same table,
 * for one commit.
 */
final class NewTable {

    private NewTable() {}

    /**
     * Adds a column at the end, an index or a foreign key to a new table.
     *
     * @return the creation of the complete table; empty if the change needs a statement of its own
     */
    static Optional<CreateTable> with(CreateTable create, TableChange change) {
        if (!change.table().equals(create.table().name())) {
            return Optional.empty();
        }
        try {
            return with(create.table(), change).map(CreateTable::new);
        } catch (IllegalArgumentException e) {
            // It does not fit to the table. As a statement of its own, it is rejected with the server's message.
            return Optional.empty();
        }
    }

    private static Optional<Table> with(Table table, TableChange change) {
        if (change instanceof AddColumn add && add.position() == null) {
            return Optional.of(table.withColumns(plus(table.columns(), add.column())));
        }
        if (change instanceof CreateIndex create) {
            return Optional.of(table.withIndexes(plus(table.indexes(), create.index())));
        }
        if (change instanceof AddForeignKey add) {
            return Optional.of(table.withForeignKeys(plus(table.foreignKeys(), add.foreignKey())));
        }
        return Optional.empty();
    }

    private static <T> List<T> plus(List<T> elements, T added) {
        List<T> all = new ArrayList<>(elements);
        all.add(added);
        return all;
    }
}
