package dev.migrate.internal.mysql.effect;

import dev.migrate.provider.AffectedObjects;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names the objects that statements affect. Names that differ only in case are equal, because some servers do so. */
final class Affected {

    private Affected() {}

    /** A table, a view or a sequence as a whole. */
    static AffectedObjects table(String name) {
        return AffectedObjects.of(key(name));
    }

    /** Tables or views as a whole. */
    static AffectedObjects tables(List<String> names) {
        Map<String, Set<String>> things = new LinkedHashMap<>();
        names.forEach(name -> things.put(key(name), Set.of()));
        return new AffectedObjects(false, things);
    }

    /** A routine as a whole; its name does not clash with the name of a table. */
    static AffectedObjects routine(String kind, String name) {
        return AffectedObjects.of(kind + " " + key(name));
    }

    /** An event as a whole. */
    static AffectedObjects event(String name) {
        return AffectedObjects.of("EVENT " + key(name));
    }

    /** Parts that a statement adds to a table. */
    static AffectedObjects parts(String table, Set<String> parts) {
        return new AffectedObjects(false, Map.of(key(table), parts));
    }

    /** A table that a statement creates with some parts. */
    static AffectedObjects created(String table, Set<String> parts) {
        Set<String> all = new HashSet<>(parts);
        all.add(AffectedObjects.ITSELF);
        return parts(table, all);
    }

    static String index(String name) {
        return "index " + key(name);
    }

    static String constraint(String name) {
        return "constraint " + key(name);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
