package dev.migrate.diff;

import dev.migrate.diff.ForeignKeyFates.Kept;
import dev.migrate.operation.DropIndex;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.KeyPart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which foreign keys of tables that stay have to go before the tables change, and which come afterwards.
 *
 * <p>One that differs goes and comes, and so does one that stands in the way: because a column on either side changes its
 * type, because no index serves it at every moment, or because it shares the index that the server made with one that
 * goes. All go before the first table changes and come after the last has, so circles need no care.
 */
final class ForeignKeyDiff {

    private final Map<String, ForeignKeyFates> tables = new LinkedHashMap<>();

    ForeignKeyDiff(List<TableComparison> comparisons) {
        comparisons.forEach(table -> tables.put(table.name(), new ForeignKeyFates(table)));
        tables.values().forEach(this::compare);
        boolean isGrowing = true;
        while (isGrowing) {
            isGrowing = false;
            for (ForeignKeyFates table : tables.values()) {
                isGrowing |= restartSharing(table);
            }
        }
    }

    private void compare(ForeignKeyFates fates) {
        TablePair pair = fates.table.pair();
        List<ForeignKey> coming = new ArrayList<>(pair.to().foreignKeys());
        for (ForeignKey key : pair.from().foreignKeys()) {
            ForeignKey renamed = folded(renamed(key, pair.renamed(key.columns())));
            Optional<ForeignKey> same = coming.stream()
                    .filter(other -> folded(other).equals(renamed))
                    .findFirst();
            if (same.isPresent()) {
                coming.remove(same.get());
                fates.keep(key, same.get());
            } else {
                fates.dropped.add(key);
            }
        }
        coming.forEach(key -> fates.added.put(key, List.of("This fails if a row refers to nothing.")));
        for (Kept key : fates.kept()) {
            String reason = reasonToRestart(fates, key);
            if (reason != null) {
                fates.restart(key, reason);
            }
        }
    }

    private @Nullable String reasonToRestart(ForeignKeyFates fates, Kept kept) {
        ForeignKey key = kept.now();
        TableComparison table = fates.table;
        TableComparison parent = parent(key);
        if (table.disturbs(key.columns()) || (parent != null && parent.disturbs(key.referencedColumns()))) {
            return "a column that it uses, or a table, changes";
        }
        if (parent != null && losesItsIndex(parent, key)) {
            return "the index that it refers to changes";
        }
        boolean isByItself = table.isServedByItself(key);
        if (isByItself && table.willBeServedByItself(kept.wanted())) {
            return null;
        }
        if (isByItself) {
            return findsReplacement(fates, key)
                    ? null
                    : "another index takes the place of the one that the server made";
        }
        return table.alwaysServes(key.columns()) ? null : "the index that it uses changes";
    }

    private static boolean losesItsIndex(TableComparison parent, ForeignKey key) {
        return !parent.alwaysServes(key.referencedColumns())
                && IndexDiff.serves(IndexDiff.keys(parent.pair().from()), key.referencedColumns());
    }

    /**
     * The server drops the index that it made without a word as soon as another serves. Said in the statement that
     * creates the other, the way back knows of it.
     */
    private static boolean findsReplacement(ForeignKeyFates fates, ForeignKey key) {
        TablePair pair = fates.table.pair();
        boolean isNamedByServer = key.name().matches("(?i).*_ibfk_\\d+");
        boolean isShared = pair.from().foreignKeys().stream()
                .anyMatch(other -> !other.equals(key) && ForeignKeyFates.shares(other, key));
        boolean isTaken = pair.from().index(key.name()).isPresent()
                || pair.to().index(key.name()).isPresent();
        if (isNamedByServer || isShared || isTaken) {
            return false;
        }
        List<String> columns = pair.renamed(key.columns());
        Optional<Index> serving = fates.table.indexes().created().stream()
                .filter(index -> IndexDiff.isOrdinary(index)
                        && pair.from().index(index.name()).isEmpty())
                .filter(index -> IndexDiff.serves(List.of(index.parts()), columns))
                .findFirst();
        List<KeyPart> parts = columns.stream().<KeyPart>map(KeyPart::column).toList();
        Index made = new Index(key.name(), Index.Kind.PLAIN, parts, false, null, null, null, Map.of());
        serving.ifPresent(index -> fates.replacedByIndex.put(index, new DropIndex(pair.name(), key.name(), made)));
        return serving.isPresent();
    }

    private boolean restartSharing(ForeignKeyFates fates) {
        for (Kept kept : fates.kept()) {
            ForeignKey key = kept.now();
            TableComparison parent = parent(key);
            boolean isParentTouched = parent != null
                    && hasDrops(parent)
                    && !IndexDiff.serves(IndexDiff.keys(parent.pair().from()), key.referencedColumns());
            if (isParentTouched || fates.sharesWithChanging(kept)) {
                fates.restart(kept, "it shares an index with another foreign key that changes");
                return true;
            }
        }
        return false;
    }

    private boolean hasDrops(TableComparison table) {
        ForeignKeyFates fates = tables.get(table.name());
        return fates != null && !fates.dropped.isEmpty();
    }

    private @Nullable TableComparison parent(ForeignKey key) {
        ForeignKeyFates fates = key.referencedSchema() == null ? tables.get(key.referencedTable()) : null;
        return fates == null ? null : fates.table;
    }

    /** The key with these columns, and with those that it refers to under their wanted names. */
    ForeignKey renamed(ForeignKey key, List<String> columns) {
        TableComparison parent = parent(key);
        return new ForeignKey(
                key.name(),
                columns,
                key.referencedSchema(),
                key.referencedTable(),
                parent == null ? key.referencedColumns() : parent.pair().renamed(key.referencedColumns()),
                key.onDelete(),
                key.onUpdate());
    }

    private static ForeignKey folded(ForeignKey key) {
        return new ForeignKey(
                Names.folded(key.name()),
                Names.folded(key.columns()),
                key.referencedSchema(),
                key.referencedTable(),
                Names.folded(key.referencedColumns()),
                key.onDelete(),
                key.onUpdate());
    }

    /** Tells whether a foreign key of a table that goes stands in the way of what happens to the table it refers to. */
    boolean isInTheWay(ForeignKey key) {
        TableComparison parent = parent(key);
        return parent != null
                && (parent.disturbs(key.referencedColumns()) || !parent.alwaysServes(key.referencedColumns()));
    }

    /** The names of all that are added, folded: none may be in use then. */
    Set<String> addedNames() {
        Set<String> names = new LinkedHashSet<>();
        tables.values().forEach(fates -> fates.added.keySet().forEach(key -> names.add(Names.folded(key.name()))));
        return names;
    }

    /** What the creation of an index takes the place of. */
    Map<Index, DropIndex> replacedByIndex(TableComparison table) {
        ForeignKeyFates fates = tables.get(table.name());
        return fates == null ? Map.of() : fates.replacedByIndex;
    }

    List<Change> drops() {
        return tables.values().stream().flatMap(fates -> fates.drops().stream()).toList();
    }

    List<Change> additions() {
        return tables.values().stream()
                .flatMap(fates -> fates.additions().stream())
                .toList();
    }
}
