package dev.migrate.diff;

import dev.migrate.internal.CaseInsensitiveNames;
import dev.migrate.operation.AddPrimaryKey;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropPrimaryKey;
import dev.migrate.operation.TableChange;
import dev.migrate.schema.Column;
import dev.migrate.schema.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The changes of the primary key and the indexes of a table. An AUTO_INCREMENT column must have a key at any time, so
 * changes of its keys are made in one statement.
 */
final class KeyChanges {

    private final TableComparison table;
    private final TablePair pair;
    private final Map<Index, DropIndex> replaced;
    private final Predicate<String> isRebuilt;

    /**
     * Prepares the changes.
     *
     * @param table the differences of the table
     * @param replaced the server-created indexes that the server drops when another index is created
     * @param isRebuilt whether the column of a name is dropped and added in the statement that changes the primary key
     */
    KeyChanges(TableComparison table, Map<Index, DropIndex> replaced, Predicate<String> isRebuilt) {
        this.table = table;
        pair = table.pair();
        this.replaced = replaced;
        this.isRebuilt = isRebuilt;
    }

    /** The renamed indexes, while all old ones exist. */
    List<Change> creations() {
        List<Change> changes = new ArrayList<>();
        for (Index index : table.indexes().created()) {
            if (isFree(index) && !isForNewAutoIncrement(index) && !isForRebuilt(index)) {
                changes.add(creation(index));
            }
        }
        return changes;
    }

    private boolean isFree(Index index) {
        return table.indexes().dropped().stream()
                .noneMatch(old -> isUnder(old, index) && !table.indexes().isDroppedFirst(old));
    }

    private boolean isForRebuilt(Index index) {
        return index.columns().stream().anyMatch(isRebuilt);
    }

    private Change creation(Index index) {
        CreateIndex create = new CreateIndex(pair.name(), index);
        DropIndex made = replaced.get(index);
        return made == null
                ? new Change(create, notes(index))
                : new Change(new AlterTable(pair.name(), List.of(create, made)), notes(index));
    }

    private static List<String> notes(Index index) {
        return index.kind() == Index.Kind.UNIQUE
                ? List.of("This fails if two rows have the same values in " + index.name() + ".")
                : List.of();
    }

    private static boolean isUnder(Index one, Index other) {
        return CaseInsensitiveNames.same(one.name(), other.name());
    }

    /** The changes that must be in one statement. */
    List<TableChange> together() {
        List<TableChange> changes = new ArrayList<>();
        if (!table.indexes().isPrimaryKeyKept()) {
            if (!pair.from().primaryKey().isEmpty()) {
                changes.add(new DropPrimaryKey(
                        pair.name(), pair.renamedParts(pair.from().primaryKey())));
            }
            if (!pair.to().primaryKey().isEmpty()) {
                changes.add(new AddPrimaryKey(pair.name(), pair.to().primaryKey()));
            }
        }
        for (Index index : table.indexes().dropped()) {
            if (isOfAutoIncrement(index)) {
                changes.add(drop(index));
            }
        }
        for (Index index : table.indexes().created()) {
            boolean isReplacement =
                    table.indexes().dropped().stream().anyMatch(old -> isUnder(old, index) && isOfAutoIncrement(old));
            if (isForNewAutoIncrement(index) || isReplacement) {
                changes.add(new CreateIndex(pair.name(), index));
            }
        }
        return changes;
    }

    List<String> notes() {
        return pair.to().primaryKey().isEmpty() || table.indexes().isPrimaryKeyKept()
                ? List.of()
                : List.of("This fails if two rows have the same values in the new primary key.");
    }

    /** The indexes to drop, those that reuse their names, and those on columns rebuilt with the primary key. */
    List<Change> replacements() {
        List<Change> changes = new ArrayList<>();
        table.indexes().created().stream()
                .filter(index -> isFree(index) && !isForNewAutoIncrement(index) && isForRebuilt(index))
                .forEach(index -> changes.add(creation(index)));
        for (Index old : table.indexes().dropped()) {
            if (table.indexes().isDroppedFirst(old) || isOfAutoIncrement(old)) {
                continue;
            }
            changes.add(new Change(drop(old)));
            for (Index index : table.indexes().created()) {
                if (isUnder(old, index) && !isForNewAutoIncrement(index)) {
                    changes.add(creation(index));
                }
            }
        }
        return changes;
    }

    private DropIndex drop(Index old) {
        return new DropIndex(pair.name(), old.name(), pair.renamed(old, old.name()));
    }

    private boolean isForNewAutoIncrement(Index index) {
        Optional<Column> column = first(index, pair.to().columns());
        return column.isPresent()
                && column.get().isAutoIncrement()
                && pair.source(column.get()).isEmpty();
    }

    /** Whether an index to drop begins with a column that is currently AUTO_INCREMENT. */
    private boolean isOfAutoIncrement(Index index) {
        return !table.indexes().isDroppedFirst(index)
                && first(index, pair.from().columns())
                        .filter(Column::isAutoIncrement)
                        .isPresent()
                && first(index, pair.from().columns())
                        .flatMap(pair::target)
                        .map(Column::isAutoIncrement)
                        .orElse(true);
    }

    private static Optional<Column> first(Index index, List<Column> columns) {
        List<String> names = index.columns();
        return names.isEmpty()
                ? Optional.empty()
                : columns.stream()
                        .filter(column -> CaseInsensitiveNames.same(column.name(), names.get(0)))
                        .findFirst();
    }
}
