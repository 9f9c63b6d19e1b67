package dev.migrate.diff;

import dev.migrate.internal.CaseInsensitiveNames;
import dev.migrate.operation.AddForeignKey;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropCheck;
import dev.migrate.operation.DropForeignKey;
import dev.migrate.operation.DropTable;
import dev.migrate.provider.Safeguard;
import dev.migrate.schema.Check;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.Omission;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The changes of all tables: drop foreign keys, change tables, create tables, add foreign keys, drop tables. So no
 * foreign key prevents the change of a column, and the data of dropped tables is available until all others are
 * complete.
 */
final class TablesDiff {

    private final List<Table> dropped = new ArrayList<>();
    private final List<Table> coming = new ArrayList<>();
    private final List<TableComparison> staying = new ArrayList<>();
    private final List<ProbableRename> probableRenames = new ArrayList<>();
    private final ForeignKeyDiff foreignKeys;
    private final MissingReferences references;
    private final List<Omission> omissions;
    private final List<Change> changes = new ArrayList<>();

    /**
     * Compares the tables of two schemas.
     *
     * @param from the current schema
     * @param to the target schema
     * @param excluded the tables of the database that are not compared
     * @param options the options
     */
    TablesDiff(Schema from, Schema to, List<Table> excluded, DiffOptions options) {
        Map<String, Table> wanted = new HashMap<>();
        to.tables().forEach(table -> wanted.put(table.name(), table));
        for (Table table : from.tables()) {
            Table other = wanted.remove(table.name());
            if (other == null) {
                dropped.add(table);
            } else {
                Map<String, String> renames = options.renames().columnsOf(table.name());
                if (!table.equals(other)) {
                    staying.add(new TableComparison(new TablePair(table, other, renames, options)));
                }
            }
        }
        to.tables().stream().filter(table -> wanted.containsKey(table.name())).forEach(coming::add);
        omissions = to.omissions();
        references = new MissingReferences(to, excluded, options);
        foreignKeys = new ForeignKeyDiff(withReferrers(from, to, options));
        probableRenames.addAll(RenameSearch.tables(dropped, coming));
        collect();
    }

    /** Foreign keys of equal tables are included, because they may prevent the change of another table. */
    private List<TableComparison> withReferrers(Schema from, Schema to, DiffOptions options) {
        Set<String> changed = new HashSet<>();
        staying.forEach(table -> changed.add(table.name()));
        if (changed.isEmpty()) {
            return List.of();
        }
        List<TableComparison> all = new ArrayList<>(staying);
        for (Table table : from.tables()) {
            boolean isReferrer = !changed.contains(table.name())
                    && table.foreignKeys().stream().anyMatch(key -> changed.contains(key.referencedTable()));
            if (isReferrer) {
                to.table(table.name())
                        .ifPresent(
                                other -> all.add(new TableComparison(new TablePair(table, other, Map.of(), options))));
            }
        }
        return all;
    }

    private void collect() {
        TableSequence created = TableSequence.of(coming);
        List<Change> drops = new ArrayList<>();
        List<Change> early = new ArrayList<>();
        droppedTables(early, drops);
        changes.addAll(foreignKeys.drops());
        changes.addAll(early);
        for (TableComparison table : staying) {
            List<ProbableRename> renames = RenameSearch.columns(table.pair());
            probableRenames.addAll(renames);
            Map<String, List<String>> notes = new HashMap<>();
            renames.forEach(rename -> {
                notes.put(rename.from(), List.of(rename.note()));
                notes.put(rename.to(), List.of(rename.note()));
            });
            addChanges(table, new TableDiff(table, foreignKeys.replacedByIndex(table), notes).changes());
        }
        for (Table table : created.tables()) {
            Change creation = new Change(new CreateTable(table), creationNotes(table.name()));
            changes.addAll(references.unchecked(creation, table.name(), table.foreignKeys()));
        }
        created.tables()
                .forEach(table -> created.closing()
                        .getOrDefault(table.name(), List.of())
                        .forEach(key -> changes.add(new Change(new AddForeignKey(table.name(), key)))));
        for (Change addition : foreignKeys.additions()) {
            AddForeignKey key = (AddForeignKey) addition.operation();
            changes.addAll(references.unchecked(addition, key.table(), List.of(key.foreignKey())));
        }
        drops.forEach(drop -> changes.addAll(references.uncheckedDrop(drop)));
    }

    /** A table with a history changes only if the session keeps the history. */
    private void addChanges(TableComparison table, List<Change> ofTable) {
        boolean isVersioned = OptionDiff.isVersioned(table.pair().from())
                || OptionDiff.isVersioned(table.pair().to());
        changes.addAll(
                isVersioned && !OptionDiff.isOnlyVersioning(ofTable)
                        ? Unguarded.around(
                                ofTable,
                                Safeguard.ROW_HISTORY,
                                table.pair().renderer(),
                                "The history of the rows of " + table.name() + " is changed in the same way.")
                        : ofTable);
    }

    private List<String> notes(String table) {
        List<String> notes = new ArrayList<>();
        probableRenames.stream()
                .filter(rename -> rename.table() == null)
                .filter(rename -> rename.from().equals(table) || rename.to().equals(table))
                .map(ProbableRename::note)
                .forEach(notes::add);
        return notes;
    }

    private List<String> creationNotes(String table) {
        List<String> notes = notes(table);
        omissions.stream()
                .filter(omission ->
                        omission.kind() == ObjectKind.TABLE && omission.name().equals(table))
                .map(Omission::sentence)
                .forEach(notes::add);
        return notes;
    }

    /** Referencing tables are dropped first. Foreign keys that prevent other changes have been dropped earlier. */
    private void droppedTables(List<Change> early, List<Change> drops) {
        Set<String> keyNames = new HashSet<>(foreignKeys.addedNames());
        Set<String> checkNames = new HashSet<>();
        coming.forEach(
                table -> table.foreignKeys().forEach(key -> keyNames.add(CaseInsensitiveNames.folded(key.name()))));
        coming.forEach(
                table -> table.checks().forEach(check -> checkNames.add(CaseInsensitiveNames.folded(check.name()))));
        staying.forEach(table ->
                table.pair().to().checks().forEach(check -> checkNames.add(CaseInsensitiveNames.folded(check.name()))));
        TableSequence sequence = TableSequence.of(dropped);
        List<Table> reversed = new ArrayList<>(sequence.tables());
        Collections.reverse(reversed);
        for (Table table : reversed) {
            List<ForeignKey> left = new ArrayList<>();
            List<ForeignKey> keys = new ArrayList<>(table.foreignKeys());
            keys.addAll(sequence.closing().getOrDefault(table.name(), List.of()));
            for (ForeignKey key : keys) {
                if (table.foreignKeys().contains(key)
                        && !keyNames.contains(CaseInsensitiveNames.folded(key.name()))
                        && !foreignKeys.preventsChange(key)) {
                    left.add(foreignKeys.renamed(key, key.columns()));
                } else {
                    early.add(new Change(new DropForeignKey(table.name(), key.name(), false, key)));
                }
            }
            List<Check> checks = new ArrayList<>();
            for (Check check : table.checks()) {
                if (checkNames.contains(CaseInsensitiveNames.folded(check.name()))) {
                    early.add(new Change(new DropCheck(table.name(), check.name(), check)));
                } else {
                    checks.add(check);
                }
            }
            List<String> notes = new ArrayList<>(notes(table.name()));
            DropTable drop =
                    new DropTable(table.name(), table.withForeignKeys(left).withChecks(checks));
            notes.addAll(DestructiveChange.of(drop));
            drops.add(new Change(drop, notes));
        }
    }

    List<Change> changes() {
        return changes;
    }

    List<ProbableRename> probableRenames() {
        return probableRenames;
    }
}
