package dev.migrate.diff;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which tables and columns are renamed, as a person says it: a comparison cannot know.
 *
 * @param tables the new name of each renamed table, by its old one
 * @param columns for each wanted table, by its new name: the new name of each renamed column, by its old one
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
     * The same and one more.
     *
     * @param from the table's old name
     * @param to its new name
     * @return the renames
     */
    public Renames table(String from, String to) {
        Map<String, String> more = new TreeMap<>(tables);
        more.put(from, to);
        return new Renames(more, columns);
    }

    /**
     * The same and one more.
     *
     * @param table the table, by its new name if it is renamed as well
     * @param from the column's old name
     * @param to its new name
     * @return the renames
     */
    public Renames column(String table, String from, String to) {
        Map<String, Map<String, String>> more = new TreeMap<>(columns);
        Map<String, String> names = new TreeMap<>(more.getOrDefault(table, Map.of()));
        names.put(from, to);
        more.put(table, names);
        return new Renames(tables, more);
    }

    Map<String, String> columnsOf(String table) {
        return columns.getOrDefault(table, Map.of());
    }
}
