package dev.migrate.diff;

import dev.migrate.internal.CaseInsensitiveNames;
import dev.migrate.operation.AddCheck;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.ColumnChange;
import dev.migrate.operation.DropCheck;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Position;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.TableChange;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Index;
import dev.migrate.schema.KeyPart;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The changes of one table, in an executable order. Foreign keys that would prevent them have been dropped before.
 *
 * <ol>
 *   <li>Drop objects with expressions, which depend on columns: checks, indexes, generated columns.
 *   <li>Rename objects, change options, add and change columns.
 *   <li>Change keys: create new ones before old ones are dropped; changes of the primary key or of the keys of an
 *       AUTO_INCREMENT column are made in one statement.
 *   <li>Change columns that depend on the new keys, and drop columns, so that their values are available until then.
 *   <li>Change partitions and add checks, which need the final columns.
 * </ol>
 */
final class TableDiff {

    private final TableComparison table;
    private final TablePair pair;
    private final Map<Index, DropIndex> replaced;
    private final Map<String, List<String>> renameNotes;
    private final ColumnOrder layout;
    private final List<String> wanted;
    private final Set<String> inheriting = new HashSet<>();
    private final List<Change> changes = new ArrayList<>();

    /**
     * Prepares the comparison.
     *
     * @param table the differences of the table
     * @param replaced the server-created indexes that the server drops when another index is created
     * @param renameNotes notes on probable renames, by the names of added and dropped columns
     */
    TableDiff(TableComparison table, Map<Index, DropIndex> replaced, Map<String, List<String>> renameNotes) {
        this.table = table;
        pair = table.pair();
        this.replaced = replaced;
        this.renameNotes = renameNotes;
        layout =
                new ColumnOrder(pair.from().columns().stream().map(Column::name).toList());
        wanted = pair.to().columns().stream().map(Column::name).toList();
    }

    List<Change> changes() {
        droppedChecks();
        indexesDroppedFirst();
        boolean isRepartitioned = new PartitionDiff(pair)
                .needsTwoSteps(!table.indexes().created().isEmpty() || !IndexDiff.isSamePrimaryKey(pair));
        if (isRepartitioned) {
            changes.add(PartitionDiff.removal(pair));
        }
        droppedGeneratedColumns();
        newNames();
        options();
        addedAndChangedColumns();
        addedGeneratedColumns();
        keys();
        deferredColumnChanges();
        droppedColumns();
        new PartitionDiff(pair).change().ifPresent(changes::add);
        addedChecks();
        return changes;
    }

    private void add(Operation change, String... notes) {
        changes.add(new Change(change, List.of(notes)));
    }

    private void droppedChecks() {
        for (Check check : pair.from().checks()) {
            if (pair.to().checks().stream().noneMatch(other -> isSame(other, check))) {
                add(new DropCheck(pair.name(), check.name(), check));
            }
        }
    }

    private void addedChecks() {
        for (Check check : pair.to().checks()) {
            if (pair.from().checks().stream().noneMatch(other -> isSame(other, check))) {
                changes.add(new Change(
                        new AddCheck(pair.name(), check),
                        check.isEnforced() ? List.of("This fails if a row violates the check.") : List.of()));
            }
        }
    }

    private static boolean isSame(Check one, Check other) {
        return CaseInsensitiveNames.same(one.name(), other.name())
                && one.expression().equals(other.expression())
                && one.isEnforced() == other.isEnforced();
    }

    private void indexesDroppedFirst() {
        for (Index index : table.indexes().dropped()) {
            if (table.indexes().isDroppedFirst(index)) {
                add(new DropIndex(pair.name(), index.name(), index));
            }
        }
    }

    private void droppedGeneratedColumns() {
        List<Column> columns = new ArrayList<>(pair.from().columns());
        Collections.reverse(columns);
        for (Column column : columns) {
            boolean isGone = pair.target(column).isEmpty() && column.generation() != null;
            if ((isGone || table.isRebuilt(column)) && !changesWithPrimaryKey(column)) {
                drop(column, isGone ? List.of() : table.column(column.name()).notes());
            }
        }
    }

    private void drop(Column column, List<String> notes) {
        boolean isRandom = RandomDefault.isIn(column);
        if (isRandom) {
            add(RandomDefault.drop(pair.name(), column));
        }
        Column rest = isRandom ? column.toBuilder().noDefault().build() : column;
        changes.add(new Change(new DropColumn(pair.name(), column.name(), rest, layout.remove(column.name())), notes));
    }

    private void newNames() {
        for (Column column : pair.from().columns()) {
            String name = pair.renamed(column.name());
            if (!name.equals(column.name()) && layout.has(column.name())) {
                layout.rename(column.name(), name);
                add(new RenameColumn(pair.name(), column.name(), name), Notes.RENAMED);
            }
        }
        table.indexes().renamed().forEach((from, to) -> add(new RenameIndex(pair.name(), from.name(), to.name())));
    }

    /**
     * Changes the options. The columns that inherit a new encoding of the table change in the same statement: before or
     * after it, they would have to specify an encoding.
     */
    private void options() {
        List<Change> options = new ArrayList<>(new OptionDiff(pair).changes());
        List<TableChange> together = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (ColumnDiff column : table.columns()) {
            if (!column.isRebuilt() && !table.isRebuilt(column.from()) && inherits(column)) {
                together.add(column.inheriting());
                notes.addAll(column.notes());
                inheriting.add(column.to().name());
            }
        }
        if (!together.isEmpty()) {
            Change first = options.remove(0);
            together.add(0, (TableChange) first.operation());
            notes.addAll(0, first.notes());
            changes.add(new Change(new AlterTable(pair.name(), together), notes));
        }
        changes.addAll(options);
    }

    private boolean inherits(ColumnDiff column) {
        return column.inheritsNewEncoding() && !waits(column) && !changesWithPrimaryKey(column.from());
    }

    private void addedAndChangedColumns() {
        List<String> now = pair.from().columns().stream()
                .map(column -> pair.renamed(column.name()))
                .filter(layout::has)
                .toList();
        Set<String> moved = ColumnOrder.moved(now, wanted);
        for (Column column : pair.to().columns()) {
            Optional<Column> source = pair.source(column);
            if (source.isPresent() && changesWithPrimaryKey(source.get())) {
                continue;
            }
            if (layout.has(column.name()) && inheriting.contains(column.name()) && !moved.contains(column.name())) {
                continue;
            }
            if (layout.has(column.name())) {
                change(table.column(source.orElseThrow().name()), moved.contains(column.name()));
            } else if (!isComputed(column) && !column.isAutoIncrement()) {
                addColumn(column);
            }
        }
    }

    private void change(ColumnDiff column, boolean isMoved) {
        String name = column.to().name();
        Position before = isMoved ? layout.positionOf(name) : null;
        Position after = isMoved ? layout.move(name, wanted) : null;
        boolean isRandom = RandomDefault.isIn(column.from()) || RandomDefault.isIn(column.to());
        column.change(waits(column), after, before)
                .ifPresent(change ->
                        changes.add(new Change(isRandom ? RandomDefault.alone(change) : change, column.notes())));
    }

    /** A column of the old primary key cannot become nullable before that key is dropped. */
    private boolean waits(ColumnDiff column) {
        return column.gainsNull()
                && isIn(pair.renamedParts(pair.from().primaryKey()), column.to().name());
    }

    /** The table has its new encoding already, which the column may inherit. */
    private void addColumn(Column target) {
        Column column = pair.declaredTarget(target);
        List<String> notes = renameNotes.getOrDefault(column.name(), List.of());
        Position position = layout.insert(column.name(), wanted);
        boolean isRandom = RandomDefault.isIn(column);
        boolean isFilled = column.isNullable() || column.generation() != null || hasDefault(column);
        Column first = isRandom ? column.toBuilder().noDefault().build() : column;
        if (isFilled && (!isRandom || column.isNullable())) {
            changes.add(new Change(new AddColumn(pair.name(), first, position), notes));
        } else {
            Column empty = first.toBuilder().nullable().build();
            changes.add(new Change(new AddColumn(pair.name(), empty, position), notes));
        }
        if (isRandom) {
            add(RandomDefault.set(pair.name(), column));
        }
        if (!column.isNullable() && (!isFilled || isRandom)) {
            add(
                    new AlterColumn(
                            pair.name(),
                            column.name(),
                            ColumnChange.ofNullability(false),
                            ColumnChange.ofNullability(true)),
                    "Existing rows have no value in the new column " + pair.name() + "." + column.name()
                            + ", and this fails as long as a row has none. "
                            + pair.backFill(column.name()));
        }
    }

    private static boolean hasDefault(Column column) {
        return column.defaultValue() != null;
    }

    /** Its expression may refer to any column, so it must come after all others. */
    private static boolean isComputed(Column column) {
        return column.generation() != null
                || column.check() != null
                || column.defaultValue() instanceof DefaultValue.Expression;
    }

    private void addedGeneratedColumns() {
        for (Column column : pair.to().columns()) {
            boolean isRebuiltWithKey =
                    pair.source(column).filter(this::changesWithPrimaryKey).isPresent();
            if (!layout.has(column.name()) && !column.isAutoIncrement() && !isRebuiltWithKey) {
                addColumn(column);
            }
        }
    }

    private void keys() {
        KeyChanges keys = new KeyChanges(table, replaced, this::isRebuiltWithPrimaryKey);
        List<TableChange> together = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        changedWithPrimaryKey(together, notes);
        pair.to().columns().stream()
                .filter(column -> !layout.has(column.name()))
                .forEach(column ->
                        together.add(new AddColumn(pair.name(), column, layout.insert(column.name(), wanted))));
        changes.addAll(keys.creations());
        together.addAll(keys.together());
        for (Column column : pair.from().columns()) {
            if (column.isAutoIncrement() && pair.target(column).isEmpty()) {
                notes.addAll(lost(column));
                together.add(new DropColumn(pair.name(), column.name(), column, layout.remove(column.name())));
            }
        }
        notes.addAll(keys.notes());
        if (together.size() == 1) {
            changes.add(new Change(together.get(0), notes));
        } else if (!together.isEmpty()) {
            changes.add(new Change(new AlterTable(pair.name(), together), notes));
        }
        changes.addAll(keys.replacements());
    }

    /**
     * Returns whether a column can only change in the statement that changes the primary key: because it is dropped and
     * added, or because only one of its types fits into a key.
     */
    private boolean changesWithPrimaryKey(Column column) {
        if (table.indexes().isPrimaryKeyKept() || !isInPrimaryKey(column)) {
            return false;
        }
        return pair.target(column)
                .map(to -> table.isRebuilt(column) || IndexDiff.isLarge(column.type()) != IndexDiff.isLarge(to.type()))
                .orElse(column.generation() != null);
    }

    private boolean isRebuiltWithPrimaryKey(String name) {
        return pair.to()
                .column(name)
                .flatMap(pair::source)
                .filter(this::changesWithPrimaryKey)
                .isPresent();
    }

    private boolean isInPrimaryKey(Column column) {
        return isIn(pair.from().primaryKey(), column.name())
                || isIn(pair.to().primaryKey(), pair.renamed(column.name()));
    }

    private static boolean isIn(List<KeyPart> key, String column) {
        return key.stream()
                .anyMatch(part ->
                        part instanceof KeyPart.OfColumn named && CaseInsensitiveNames.same(named.name(), column));
    }

    private void changedWithPrimaryKey(List<TableChange> together, List<String> notes) {
        for (Column column : pair.from().columns()) {
            Optional<Column> target = pair.target(column);
            if (!changesWithPrimaryKey(column)) {
                continue;
            }
            if (target.isEmpty() || table.isRebuilt(column)) {
                together.add(new DropColumn(pair.name(), column.name(), column, layout.remove(column.name())));
            } else {
                table.column(column.name()).change(false, null, null).ifPresent(together::add);
            }
            target.ifPresent(to -> notes.addAll(table.column(column.name()).notes()));
        }
    }

    private void deferredColumnChanges() {
        for (ColumnDiff column : table.columns()) {
            if (!column.isRebuilt() && !changesWithPrimaryKey(column.from())) {
                column.changeAfterKeys(waits(column)).ifPresent(this::add);
            }
        }
    }

    private void droppedColumns() {
        List<Column> columns = new ArrayList<>(pair.from().columns());
        Collections.reverse(columns);
        Set<String> done = new HashSet<>();
        for (Column column : columns) {
            boolean isGone = pair.target(column).isEmpty() && layout.has(column.name());
            if (isGone && done.add(column.name())) {
                drop(column, lost(column));
            }
        }
    }

    private List<String> lost(Column column) {
        List<String> notes = new ArrayList<>(renameNotes.getOrDefault(column.name(), List.of()));
        notes.addAll(DestructiveChange.of(new DropColumn(pair.name(), column.name(), null, null)));
        return notes;
    }
}
