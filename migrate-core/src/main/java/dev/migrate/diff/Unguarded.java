package dev.migrate.diff;

import dev.migrate.operation.ExecuteSql;
import dev.migrate.provider.Safeguard;
import dev.migrate.provider.SqlRenderer;
import java.util.ArrayList;
import java.util.List;

/** Changes that the server makes only while one of its checks is suspended. */
final class Unguarded {

    private Unguarded() {}

    /** The changes between the statements that suspend and resume the check; nothing if there is no change. */
    static List<Change> around(List<Change> changes, Safeguard safeguard, SqlRenderer renderer, String note) {
        if (changes.isEmpty()) {
            return changes;
        }
        List<Change> all = new ArrayList<>();
        all.add(new Change(new ExecuteSql(renderer.safeguard(safeguard, false), List.of()), List.of(note)));
        all.addAll(changes);
        all.add(new Change(new ExecuteSql(renderer.safeguard(safeguard, true), List.of())));
        return all;
    }
}
