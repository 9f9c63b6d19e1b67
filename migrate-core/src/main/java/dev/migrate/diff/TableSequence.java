package dev.migrate.diff;

import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tables sorted so that referenced tables come before referencing ones, except in cycles.
 *
 * @param tables the tables; in a cycle, without the foreign keys that close it
 * @param closing the foreign keys that close cycles, by table name
 */
record TableSequence(List<Table> tables, Map<String, List<ForeignKey>> closing) {

    static TableSequence of(List<Table> tables) {
        Map<String, Table> byName = new HashMap<>();
        tables.forEach(table -> byName.put(table.name(), table));
        List<Table> ordered = new ArrayList<>();
        Set<String> visited = new HashSet<>();
        tables.forEach(table -> visit(table, byName, visited, ordered));
        Set<String> known = new HashSet<>();
        Map<String, List<ForeignKey>> closing = new HashMap<>();
        List<Table> open = new ArrayList<>();
        for (Table table : ordered) {
            known.add(table.name());
            List<ForeignKey> late = table.foreignKeys().stream()
                    .filter(key -> isAmong(key, byName) && !known.contains(key.referencedTable()))
                    .toList();
            open.add(late.isEmpty() ? table : without(table, late));
            if (!late.isEmpty()) {
                closing.put(table.name(), late);
            }
        }
        return new TableSequence(open, closing);
    }

    private static void visit(Table table, Map<String, Table> byName, Set<String> visited, List<Table> ordered) {
        if (!visited.add(table.name())) {
            return;
        }
        for (ForeignKey key : table.foreignKeys()) {
            Table other = key.referencedSchema() == null ? byName.get(key.referencedTable()) : null;
            if (other != null) {
                visit(other, byName, visited, ordered);
            }
        }
        ordered.add(table);
    }

    private static boolean isAmong(ForeignKey key, Map<String, Table> byName) {
        return key.referencedSchema() == null && byName.containsKey(key.referencedTable());
    }

    static Table without(Table table, List<ForeignKey> keys) {
        List<ForeignKey> rest = new ArrayList<>(table.foreignKeys());
        rest.removeAll(keys);
        return table.withForeignKeys(rest);
    }
}
