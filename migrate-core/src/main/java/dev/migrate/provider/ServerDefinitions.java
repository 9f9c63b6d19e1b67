package dev.migrate.provider;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of all objects of a database, as the server shows them. Two databases with equal definitions have the
 * same schema, including what no comparison of models covers, such as the order of keys. Immutable.
 *
 * @param texts the definitions by kind and name, for instance {@code table users}
 */
public record ServerDefinitions(SortedMap<String, String> texts) {

    /** Copies the map. */
    public ServerDefinitions {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /**
     * Returns the definitions of all objects except for some tables.
     *
     * @param tables the names of the tables; they need not exist
     * @return the other definitions
     */
    public ServerDefinitions withoutTables(Collection<String> tables) {
        SortedMap<String, String> rest = new TreeMap<>(texts);
        tables.forEach(table -> rest.remove("table " + table));
        return new ServerDefinitions(rest);
    }

    /**
     * Describes what differs from other definitions.
     *
     * @param expected the other definitions
     * @return a text for each object that differs: its name, and the lines that only one of the two has
     */
    public List<String> differencesFrom(ServerDefinitions expected) {
        SortedMap<String, String> all = new TreeMap<>(expected.texts);
        all.putAll(texts);
        List<String> differences = new ArrayList<>();
        for (String object : all.keySet()) {
            String here = texts.get(object);
            String there = expected.texts.get(object);
            if (!Objects.equals(here, there)) {
                differences.add(object + " " + difference(here, there));
            }
        }
        return differences;
    }

    private static String difference(@Nullable String here, @Nullable String there) {
        if (here == null || there == null) {
            return here == null ? "is missing" : "should not exist";
        }
        String more = onlyIn(here, there);
        String less = onlyIn(there, here);
        if (more.isEmpty() && less.isEmpty()) {
            return "has its parts in another order";
        }
        if (less.isEmpty()) {
            return "has " + more + " in addition";
        }
        return more.isEmpty() ? "lacks " + less : "has " + more + " instead of " + less;
    }

    private static String onlyIn(String one, String other) {
        List<String> lines = lines(other);
        return String.join(
                " and ",
                lines(one).stream().filter(line -> !lines.contains(line)).toList());
    }

    private static List<String> lines(String definition) {
        return definition.lines().map(line -> line.strip().replaceAll(",$", "")).toList();
    }
}
