package dev.migrate.internal.lint;

import dev.migrate.internal.codegen.OperationSource;
import dev.migrate.lint.LintRule;
import dev.migrate.lint.Severity;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several statements that write the same table again. */
final class SeveralRebuilds implements Rule {

    @Override
    public LintRule description() {
        return new LintRule("several-rebuilds", Severity.WARNING, "a migration rebuilds a table more than once");
    }

    @Override
    public List<Problem> check(RecordedMigration migration) {
        Map<String, List<RecordedChange>> rebuilds = new LinkedHashMap<>();
        for (RecordedChange change : migration.changes()) {
            if (!change.isOfNewTable() && RowCost.of(change) != RowCost.SMALL) {
                rebuilds.computeIfAbsent(change.change().table(), table -> new ArrayList<>())
                        .add(change);
            }
        }
        return rebuilds.values().stream()
                .filter(changes -> statements(changes, migration.up()) > 1)
                .map(SeveralRebuilds::problem)
                .toList();
    }

    /** Counts the statements: consecutive changes of a table become one, unless an operation keeps them separate. */
    private static int statements(List<RecordedChange> changes, List<Operation> all) {
        int count = 0;
        int previous = -1;
        for (RecordedChange change : changes) {
            int index = all.indexOf(change.operation());
            boolean isMerged = index == previous
                    || isMergeable(all, previous, index, change.change().table());
            count += isMerged ? 0 : 1;
            previous = index;
        }
        return count;
    }

    private static boolean isMergeable(List<Operation> all, int from, int to, String table) {
        if (from < 0) {
            return false;
        }
        return all.subList(from, to + 1).stream()
                .allMatch(operation -> operation instanceof TableChange change
                        && change.table().equals(table));
    }

    private static Problem problem(List<RecordedChange> rebuilds) {
        String table = rebuilds.get(0).change().table();
        List<TableChange> changes =
                rebuilds.stream().map(RecordedChange::change).toList();
        return Problem.of(
                rebuilds.get(1).change(),
                "The server writes all rows of " + table + " more than once.",
                "Make these changes in one statement:\n" + OperationSource.of(new AlterTable(table, changes)));
    }
}
