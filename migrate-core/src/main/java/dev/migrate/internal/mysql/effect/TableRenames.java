package dev.migrate.internal.mysql.effect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Consecutive renames of tables, which may exchange names. Not thread-safe. */
final class TableRenames {

    /** By present name: the name before. A name without a table takes part like the others. */
    private final Map<String, String> before = new LinkedHashMap<>();

    void rename(String from, String to) {
        before.putIfAbsent(from, from);
        before.putIfAbsent(to, to);
        String moved = before.get(from);
        String free = before.get(to);
        before.put(to, String.valueOf(moved));
        before.put(from, String.valueOf(free));
    }

    /** The names in the order in which they first appear. */
    List<String> names() {
        return List.copyOf(before.keySet());
    }

    /** By the order of the names: what has become of each. */
    List<String> targets() {
        Map<String, String> after = new LinkedHashMap<>();
        before.forEach((present, old) -> after.put(old, present));
        List<String> targets = new ArrayList<>();
        for (String name : before.keySet()) {
            targets.add(String.valueOf(after.get(name)));
        }
        return targets;
    }
}
