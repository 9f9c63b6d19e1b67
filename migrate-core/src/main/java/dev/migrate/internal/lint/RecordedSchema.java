package dev.migrate.internal.lint;

import dev.migrate.operation.AlterTable;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.TableChange;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The tables that a sequence of operations creates, as far as operations describe them: SQL and Java code are not
 * analyzed. Immutable.
 */
final class RecordedSchema {

    static final RecordedSchema EMPTY = new RecordedSchema(Map.of());

    private final Map<String, Table> tables;

    private RecordedSchema(Map<String, Table> tables) {
        this.tables = tables;
    }

    Optional<Table> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    List<Table> tables() {
        return List.copyOf(tables.values());
    }

    RecordedSchema after(List<Operation> operations) {
        RecordedSchema schema = this;
        for (Operation operation : operations) {
            schema = schema.after(operation);
        }
        return schema;
    }

    RecordedSchema after(Operation operation) {
        Map<String, Table> changed = new TreeMap<>(tables);
        if (operation instanceof CreateTable create) {
            changed.put(create.table().name(), create.table());
        } else if (operation instanceof DropTable drop) {
            changed.remove(drop.table());
        } else if (operation instanceof RenameTable rename) {
            rename(changed, rename);
        } else {
            for (TableChange change : changesOf(operation)) {
                changed.computeIfPresent(change.table(), (name, table) -> change.accept(new ChangedTable(table)));
            }
        }
        return new RecordedSchema(changed);
    }

    /** Returns the changes of a table that an operation consists of; empty for other operations. */
    static List<TableChange> changesOf(Operation operation) {
        if (operation instanceof AlterTable alter) {
            return alter.changes();
        }
        return operation instanceof TableChange change ? List.of(change) : List.of();
    }

    private static void rename(Map<String, Table> tables, RenameTable rename) {
        Table table = tables.remove(rename.from());
        if (table != null) {
            tables.put(rename.to(), table.withName(rename.to()));
        }
        tables.replaceAll((name, each) -> each.withForeignKeys(
                each.foreignKeys().stream().map(key -> referringTo(key, rename)).toList()));
    }

    private static ForeignKey referringTo(ForeignKey key, RenameTable rename) {
        return key.referencedTable().equals(rename.from()) ? key.withReferencedTable(rename.to()) : key;
    }
}
