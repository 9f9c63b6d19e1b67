package dev.migrate.diff;

import dev.migrate.internal.CaseInsensitiveNames;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.KeyPart;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The differences of a table, before the changes are chosen. */
final class TableComparison {

    private final TablePair pair;
    private final Map<String, ColumnDiff> columns = new LinkedHashMap<>();
    private final Set<String> rebuilt = new HashSet<>();
    private final IndexDiff indexes;

    TableComparison(TablePair pair) {
        this.pair = pair;
        for (Column column : pair.from().columns()) {
            pair.target(column).ifPresent(target -> {
                ColumnDiff diff = new ColumnDiff(pair, column, target);
                columns.put(CaseInsensitiveNames.folded(column.name()), diff);
                if (diff.isRebuilt()) {
                    rebuilt.add(CaseInsensitiveNames.folded(column.name()));
                }
            });
        }
        boolean isComplete = rebuilt.isEmpty();
        while (!isComplete) {
            isComplete = !isExtended();
        }
        indexes = new IndexDiff(pair, rebuilt);
    }

    /** Adds the generated columns that use a rebuilt one: it cannot be dropped as long as they exist. */
    private boolean isExtended() {
        Set<String> using = new HashSet<>();
        for (Column column : pair.from().columns()) {
            String name = CaseInsensitiveNames.folded(column.name());
            if (columns.containsKey(name) && !rebuilt.contains(name) && usesRebuilt(column)) {
                using.add(name);
            }
        }
        return rebuilt.addAll(using);
    }

    private boolean usesRebuilt(Column column) {
        return column.generation() != null
                && pair.renderer().namesIn(column.generation().expression()).stream()
                        .map(CaseInsensitiveNames::folded)
                        .anyMatch(rebuilt::contains);
    }

    TablePair pair() {
        return pair;
    }

    String name() {
        return pair.name();
    }

    IndexDiff indexes() {
        return indexes;
    }

    /** The kept columns, in their current order. */
    Iterable<ColumnDiff> columns() {
        return columns.values();
    }

    boolean isRebuilt(Column column) {
        return rebuilt.contains(CaseInsensitiveNames.folded(column.name()));
    }

    /** The difference of a kept column, by its old name in any case. */
    ColumnDiff column(String old) {
        return Objects.requireNonNull(columns.get(CaseInsensitiveNames.folded(old)), old);
    }

    /** Returns whether no foreign key can be kept while this table changes; columns are given by their old names. */
    boolean disturbs(List<String> foreignKeyColumns) {
        return !Objects.equals(
                        pair.from().options().engine(), pair.to().options().engine())
                || !Objects.equals(pair.from().partitioning(), pair.to().partitioning())
                || foreignKeyColumns.stream().anyMatch(this::disturbs);
    }

    private boolean disturbs(String column) {
        ColumnDiff diff = columns.get(CaseInsensitiveNames.folded(column));
        return diff == null || diff.affectsForeignKeys();
    }

    /**
     * Returns whether a key begins with these columns at any time, because one is kept or is created before another is
     * dropped.
     */
    boolean alwaysServes(List<String> old) {
        List<List<KeyPart>> coming = indexes.created().stream()
                .filter(index -> pair.from().index(index.name()).isEmpty() && !indexes.isDroppedFirst(index))
                .filter(index -> IndexDiff.isOrdinary(index))
                .map(index -> index.parts())
                .toList();
        return IndexDiff.serves(indexes.keptKeys(), old)
                || (IndexDiff.serves(indexes.keysUntilCreation(), old) && IndexDiff.serves(coming, pair.renamed(old)));
    }

    /**
     * Returns whether the server created an index for a foreign key, because no other index of the table supports it.
     */
    boolean hasServerIndex(ForeignKey key) {
        return !IndexDiff.serves(IndexDiff.keys(pair.from()), key.columns());
    }

    /** The same for the target table. */
    boolean willHaveServerIndex(ForeignKey key) {
        return !IndexDiff.serves(IndexDiff.keys(pair.to()), key.columns());
    }
}
