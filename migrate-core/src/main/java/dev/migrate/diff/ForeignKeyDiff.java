package dev.migrate.diff;

import dev.migrate.diff.ForeignKeyChanges.Kept;
import dev.migrate.internal.CaseInsensitiveNames;
import dev.migrate.operation.DropIndex;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the foreign keys that must be dropped before the tables change, and those to add afterwards.
 *
 * <p>A foreign key that differs is dropped and added. So is one that prevents another change: because the type of a
 * column on either side changes, because no index would support it in between, or because it shares a server-created
 * index with one that is dropped. All foreign keys are dropped before the first table changes and added after the last
 * one, so cycles need no special handling.
 */
final class ForeignKeyDiff {

    private final Map<String, ForeignKeyChanges> tables = new LinkedHashMap<>();

    ForeignKeyDiff(List<TableComparison> comparisons) {
        comparisons.forEach(table -> tables.put(table.name(), new ForeignKeyChanges(table)));
        tables.values().forEach(this::compare);
        boolean isGrowing = true;
        while (isGrowing) {
            isGrowing = false;
            for (ForeignKeyChanges table : tables.values()) {
                isGrowing |= restartSharing(table);
            }
        }
    }

    private void compare(ForeignKeyChanges changes) {
        TablePair pair = changes.table.pair();
        List<ForeignKey> coming = new ArrayList<>(pair.to().foreignKeys());
        for (ForeignKey key : pair.from().foreignKeys()) {
            ForeignKey renamed = folded(renamed(key, pair.renamed(key.columns())));
            Optional<ForeignKey> same = coming.stream()
                    .filter(other -> folded(other).equals(renamed))
                    .findFirst();
            if (same.isPresent()) {
                coming.remove(same.get());
                changes.keep(key, same.get());
            } else {
                changes.dropped.add(key);
            }
        }
        coming.forEach(key -> changes.added.put(key, List.of("This fails if a row has no matching referenced row.")));
        for (Kept key : changes.kept()) {
            String reason = reasonToRestart(changes, key);
            if (reason != null) {
                changes.restart(key, reason);
            }
        }
    }

    private @Nullable String reasonToRestart(ForeignKeyChanges changes, Kept kept) {
        ForeignKey key = kept.now();
        TableComparison table = changes.table;
        TableComparison parent = parent(key);
        if (table.disturbs(key.columns()) || (parent != null && parent.disturbs(key.referencedColumns()))) {
            return "a column that it uses, or a table, changes";
        }
        if (parent != null && losesItsIndex(parent, key)) {
            return "the index that it refers to changes";
        }
        boolean isByItself = table.hasServerIndex(key);
        if (isByItself && table.willHaveServerIndex(kept.wanted())) {
            return null;
        }
        if (isByItself) {
            return findsReplacement(changes, key) ? null : "another index replaces the one that the server created";
        }
        return table.alwaysServes(key.columns()) ? null : "the index that it uses changes";
    }

    private static boolean losesItsIndex(TableComparison parent, ForeignKey key) {
        return !parent.alwaysServes(key.referencedColumns())
                && IndexDiff.serves(IndexDiff.keys(parent.pair().from()), key.referencedColumns());
    }

    /**
     * The server drops its own index implicitly as soon as another one can replace it. The drop is included in the
     * statement that creates the other index, so that it can be reverted.
     */
    private static boolean findsReplacement(ForeignKeyChanges changes, ForeignKey key) {
        TablePair pair = changes.table.pair();
        boolean isNamedByServer = key.name().matches("(?i).*_ibfk_\\d+");
        boolean isShared = pair.from().foreignKeys().stream()
                .anyMatch(other -> !other.equals(key) && ForeignKeyChanges.shares(other, key));
        boolean isTaken = pair.from().index(key.name()).isPresent()
                || pair.to().index(key.name()).isPresent();
        if (isNamedByServer || isShared || isTaken) {
            return false;
        }
        List<String> columns = pair.renamed(key.columns());
        Optional<Index> serving = changes.table.indexes().created().stream()
                .filter(index -> IndexDiff.isOrdinary(index)
                        && pair.from().index(index.name()).isEmpty())
                .filter(index -> IndexDiff.serves(List.of(index.parts()), columns))
                .findFirst();
        Index made = Index.of(key.name(), columns.toArray(String[]::new));
        serving.ifPresent(index -> changes.replacedByIndex.put(index, new DropIndex(pair.name(), key.name(), made)));
        return serving.isPresent();
    }

    private boolean restartSharing(ForeignKeyChanges changes) {
        for (Kept kept : changes.kept()) {
            ForeignKey key = kept.now();
            TableComparison parent = parent(key);
            boolean isParentTouched = parent != null
                    && hasDrops(parent)
                    && !IndexDiff.serves(IndexDiff.keys(parent.pair().from()), key.referencedColumns());
            if (isParentTouched || changes.sharesWithChanging(kept)) {
                changes.restart(kept, "it shares an index with another foreign key that changes");
                return true;
            }
        }
        return false;
    }

    private boolean hasDrops(TableComparison table) {
        ForeignKeyChanges changes = tables.get(table.name());
        return changes != null && !changes.dropped.isEmpty();
    }

    private @Nullable TableComparison parent(ForeignKey key) {
        ForeignKeyChanges changes = key.referencedSchema() == null ? tables.get(key.referencedTable()) : null;
        return changes == null ? null : changes.table;
    }

    /** The foreign key with the target names of its columns and of the referenced columns. */
    ForeignKey renamed(ForeignKey key, List<String> columns) {
        TableComparison parent = parent(key);
        List<String> referenced = key.referencedColumns();
        return key.withColumns(
                columns, parent == null ? referenced : parent.pair().renamed(referenced));
    }

    private static ForeignKey folded(ForeignKey key) {
        return key.withName(CaseInsensitiveNames.folded(key.name()))
                .withColumns(
                        CaseInsensitiveNames.folded(key.columns()),
                        CaseInsensitiveNames.folded(key.referencedColumns()));
    }

    /** Returns whether a foreign key of a dropped table prevents the change of a table that it refers to. */
    boolean preventsChange(ForeignKey key) {
        TableComparison parent = parent(key);
        return parent != null
                && (parent.disturbs(key.referencedColumns()) || !parent.alwaysServes(key.referencedColumns()));
    }

    /** The names of all added foreign keys, folded: none of them may be in use at that time. */
    Set<String> addedNames() {
        Set<String> names = new LinkedHashSet<>();
        tables.values()
                .forEach(changes ->
                        changes.added.keySet().forEach(key -> names.add(CaseInsensitiveNames.folded(key.name()))));
        return names;
    }

    /** The indexes that the creation of an index replaces. */
    Map<Index, DropIndex> replacedByIndex(TableComparison table) {
        ForeignKeyChanges changes = tables.get(table.name());
        return changes == null ? Map.of() : changes.replacedByIndex;
    }

    List<Change> drops() {
        return tables.values().stream()
                .flatMap(changes -> changes.drops().stream())
                .toList();
    }

    List<Change> additions() {
        return tables.values().stream()
                .flatMap(changes -> changes.additions().stream())
                .toList();
    }
}
