package dev.migrate.diff;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Declared renames of tables and columns, which a comparison cannot detect reliably.
 *
 * @param tables the new names of renamed tables, by their old names
 * @param columns the new names of renamed columns, by their old names, by the target name of the table
 */
public record Renames(Map<String, String> tables, Map<String, Map<String, String>> columns) {

    /** No renames. */
    public static final Renames NONE = new Renames(Map.of(), Map.of());

    /** Copies the maps. */
    public Renames {
        tables = sorted(tables);
        Map<String, Map<String, String>> copy = new TreeMap<>();
        columns.forEach((table, names) -> copy.put(table, sorted(names)));
        columns = Collections.unmodifiableMap(copy);
    }

    private static Map<String, String> sorted(Map<String, String> names) {
        return Collections.unmodifiableMap(new TreeMap<>(names));
    }

    /**
     * Returns a copy with an additional rename of a table.
     *
     * @param from the table's current name
     * @param to the table's new name
     * @return the renames
     */
    public Renames table(String from, String to) {
        Map<String, String> more = new TreeMap<>(tables);
        more.put(from, to);
        return new Renames(more, columns);
    }

    /**
     * Returns a copy with an additional rename of a column.
     *
     * @param table the table's target name, if it is renamed as well
     * @param from the column's current name
     * @param to the column's new name
     * @return the renames
     */
    public Renames column(String table, String from, String to) {
        Map<String, Map<String, String>> more = new TreeMap<>(columns);
        Map<String, String> names = new TreeMap<>(more.getOrDefault(table, Map.of()));
        names.put(from, to);
        more.put(table, names);
        return new Renames(tables, more);
    }

    /**
     * Returns the renames that revert these.
     *
     * @return the inverse renames
     */
    public Renames inverse() {
        Map<String, String> oldTables = inverse(tables);
        Map<String, Map<String, String>> oldColumns = new TreeMap<>();
        columns.forEach((table, names) -> oldColumns.put(oldTables.getOrDefault(table, table), inverse(names)));
        return new Renames(oldTables, oldColumns);
    }

    private static Map<String, String> inverse(Map<String, String> names) {
        Map<String, String> inverse = new TreeMap<>();
        names.forEach((from, to) -> inverse.put(to, from));
        return inverse;
    }

    Map<String, String> columnsOf(String table) {
        return columns.getOrDefault(table, Map.of());
    }
}
