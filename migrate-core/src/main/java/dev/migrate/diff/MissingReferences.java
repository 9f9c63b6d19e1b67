package dev.migrate.diff;

import dev.migrate.operation.DropTable;
import dev.migrate.provider.Safeguard;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Foreign keys to tables that the target schema does not have, or that have another storage engine. A server accepts them
 * only while it does not check foreign keys.
 */
final class MissingReferences {

    private final Schema to;
    private final List<Table> excluded;
    private final DiffOptions options;

    /**
     * Prepares the search.
     *
     * @param to the target schema
     * @param excluded the tables of the database that are not compared, and that therefore remain
     * @param options the options
     */
    MissingReferences(Schema to, List<Table> excluded, DiffOptions options) {
        this.to = to;
        this.excluded = excluded;
        this.options = options;
    }

    /** The change that adds foreign keys to a table, unchecked if necessary. */
    List<Change> unchecked(Change change, String table, List<ForeignKey> keys) {
        Optional<ForeignKey> missing =
                keys.stream().filter(key -> isMissing(table, key)).findFirst();
        return missing.isEmpty() ? List.of(change) : unchecked(change, table, missing.get());
    }

    /** The drop of a table, unchecked if a foreign key to it remains. */
    List<Change> uncheckedDrop(Change change) {
        String dropped = ((DropTable) change.operation()).table();
        for (Table table : to.tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                if (key.referencedSchema() == null && key.referencedTable().equals(dropped)) {
                    return unchecked(change, table.name(), key);
                }
            }
        }
        return List.of(change);
    }

    private List<Change> unchecked(Change change, String table, ForeignKey key) {
        return Unguarded.around(
                List.of(change),
                Safeguard.FOREIGN_KEY_CHECKS,
                options.renderer(),
                "Foreign key " + key.name() + " of table " + table + " refers to table " + key.referencedTable()
                        + ", which the target schema does not have, or has with another storage engine."
                        + " The server does not check it.");
    }

    private boolean isMissing(String table, ForeignKey key) {
        if (key.referencedSchema() != null) {
            return false;
        }
        Optional<Table> referenced = Stream.concat(to.tables().stream(), excluded.stream())
                .filter(each -> each.name().equals(key.referencedTable()))
                .findFirst();
        return referenced.isEmpty() || !engine(referenced).equals(engine(to.table(table)));
    }

    private String engine(Optional<Table> table) {
        return table.map(each -> each.options().engine())
                .orElse(options.defaults().engine());
    }
}
