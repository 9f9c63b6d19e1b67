package dev.migrate.diff;

import dev.migrate.internal.CaseInsensitiveNames;
import dev.migrate.operation.AddForeignKey;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.DropForeignKey;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.TableChange;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The changes of the foreign keys of one table. */
final class ForeignKeyChanges {

    final TableComparison table;
    final Set<ForeignKey> dropped = new LinkedHashSet<>();
    final Map<ForeignKey, List<String>> added = new LinkedHashMap<>();
    final Map<Index, DropIndex> replacedByIndex = new LinkedHashMap<>();
    private final List<Kept> kept = new ArrayList<>();

    /** The current and the target form of a foreign key, which differ only in names. */
    record Kept(ForeignKey now, ForeignKey wanted) {}

    ForeignKeyChanges(TableComparison table) {
        this.table = table;
    }

    List<Kept> kept() {
        return List.copyOf(kept);
    }

    void keep(ForeignKey now, ForeignKey wanted) {
        kept.add(new Kept(now, wanted));
    }

    void restart(Kept key, String reason) {
        kept.remove(key);
        dropped.add(key.now);
        added.put(
                key.wanted,
                List.of("This foreign key does not change, but has to be dropped and added again: " + reason + "."));
        replacedByIndex.values().removeIf(drop -> CaseInsensitiveNames.same(drop.index(), key.now.name()));
    }

    /** Whether a foreign key shares a server-created index with one that is dropped or added. */
    boolean sharesWithChanging(Kept key) {
        return table.hasServerIndex(key.now)
                && (dropped.stream().anyMatch(other -> shares(other, key.now))
                        || added.keySet().stream()
                                .anyMatch(other -> table.willHaveServerIndex(other) && shares(other, key.wanted)));
    }

    static boolean shares(ForeignKey one, ForeignKey other) {
        return CaseInsensitiveNames.same(one.columns().get(0), other.columns().get(0));
    }

    /** The shortest first: the index of the longest serves all. */
    List<Change> drops() {
        List<ForeignKey> keys = new ArrayList<>(dropped);
        keys.sort(Comparator.comparingInt(key -> key.columns().size()));
        List<TableChange> drops = new ArrayList<>();
        keys.forEach(key -> drops.add(new DropForeignKey(table.name(), key.name(), table.hasServerIndex(key), key)));
        long different = keys.stream()
                .map(key -> CaseInsensitiveNames.folded(key.columns().get(0)))
                .distinct()
                .count();
        // It is unknown which of the foreign keys that share an index owns the server-created one, so all of them are
        // dropped.
        return different < keys.size()
                ? List.of(new Change(new AlterTable(table.name(), drops)))
                : drops.stream().map(drop -> new Change(drop)).toList();
    }

    /** The longest first, so that the server does not create an index that it then has to drop. */
    List<Change> additions() {
        List<ForeignKey> keys = new ArrayList<>(added.keySet());
        keys.sort(Comparator.comparingInt(key -> -key.columns().size()));
        return keys.stream()
                .map(key -> new Change(new AddForeignKey(table.name(), key), added.getOrDefault(key, List.of())))
                .toList();
    }
}
