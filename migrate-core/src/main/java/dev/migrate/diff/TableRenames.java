package dev.migrate.diff;

import dev.migrate.operation.DropTrigger;
import dev.migrate.operation.RenameTable;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The declared renames of tables, and their effect on a schema. */
final class TableRenames {

    private final Map<String, String> names;

    TableRenames(Renames renames, Schema from, Schema to) {
        names = renames.tables();
        Set<String> old = from.tables().stream().map(Table::name).collect(Collectors.toCollection(TreeSet::new));
        names.forEach((name, newName) -> {
            if (!old.contains(name)
                    || old.contains(newName)
                    || to.table(newName).isEmpty()) {
                throw new IllegalArgumentException("Table " + name + " cannot be renamed to " + newName
                        + ": the old name must be one of an existing table, the new name one of a target table that"
                        + " does not exist yet.");
            }
        });
    }

    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        names.forEach((from, to) -> changes.add(new Change(new RenameTable(from, to), List.of(Notes.RENAMED))));
        return changes;
    }

    /** The changes that run before the renames: a dropped trigger belongs to the table with the old name. */
    List<Change> before(List<Change> drops) {
        return drops.stream().map(this::before).toList();
    }

    private Change before(Change change) {
        if (!(change.operation() instanceof DropTrigger drop) || drop.definition() == null) {
            return change;
        }
        Trigger trigger = drop.definition().withTable(oldName(drop.definition().table()));
        return new Change(new DropTrigger(drop.name(), trigger), change.notes());
    }

    private String oldName(String table) {
        return names.entrySet().stream()
                .filter(rename -> rename.getValue().equals(table))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(table);
    }

    /** The schema after the renames. */
    Schema after(Schema schema) {
        if (names.isEmpty()) {
            return schema;
        }
        return new Schema(
                schema.encoding(),
                schema.tables().stream().map(this::after).toList(),
                schema.views(),
                schema.triggers().stream().map(this::after).toList(),
                schema.routines(),
                schema.events(),
                schema.sequences(),
                schema.omissions());
    }

    private String after(String table) {
        return names.getOrDefault(table, table);
    }

    private Trigger after(Trigger trigger) {
        return trigger.withTable(after(trigger.table()));
    }

    private Table after(Table table) {
        String name = after(table.name());
        return table.withName(name)
                .withForeignKeys(table.foreignKeys().stream()
                        .map(key -> after(key, table.name(), name))
                        .toList())
                .withChecks(table.checks().stream()
                        .map(check -> check.withName(generatedName(check.name(), table.name(), name, "_chk_")))
                        .toList());
    }

    private ForeignKey after(ForeignKey key, String old, String name) {
        ForeignKey renamed = key.withName(generatedName(key.name(), old, name, "_ibfk_"));
        return key.referencedSchema() == null ? renamed.withReferencedTable(after(key.referencedTable())) : renamed;
    }

    /** Renames the constraints whose names the server generated from the table name and a number. */
    private static String generatedName(String constraint, String old, String name, String middle) {
        return constraint.startsWith(old + middle) ? name + constraint.substring(old.length()) : constraint;
    }
}
