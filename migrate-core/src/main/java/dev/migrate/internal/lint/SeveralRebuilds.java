package dev.migrate.internal.lint;

import dev.migrate.internal.codegen.OperationSource;
import dev.migrate.lint.LintRule;
import dev.migrate.lint.Severity;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.TableChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Several statements that write the same table again. */
final class SeveralRebuilds implements Rule {

    @Override
    public LintRule description() {
        return new LintRule("several-rebuilds", Severity.WARNING, "a migration rebuilds a table more than once");
    }

    @Override
    public List<Problem> check(RecordedMigration migration) {
        Map<String, SortedMap<Integer, List<TableChange>>> rebuilds = new LinkedHashMap<>();
        int statement = 0;
        String merged = "";
        for (RecordedOperation recorded : migration.operations()) {
            // Consecutive changes of a table become one statement, unless the operation keeps them separate.
            String table = recorded.operation() instanceof TableChange change ? change.table() : "";
            statement += table.isEmpty() || !table.equals(merged) ? 1 : 0;
            merged = table;
            for (TableChange change : rebuilds(recorded)) {
                rebuilds.computeIfAbsent(change.table(), name -> new TreeMap<>())
                        .computeIfAbsent(statement, number -> new ArrayList<>())
                        .add(change);
            }
        }
        return rebuilds.values().stream()
                .filter(statements -> statements.size() > 1)
                .map(statements -> problem(List.copyOf(statements.values())))
                .toList();
    }

    private static List<TableChange> rebuilds(RecordedOperation recorded) {
        return recorded.isOfNewTable()
                ? List.of()
                : RecordedChange.of(recorded).stream()
                        .filter(change -> RowCost.of(change) != RowCost.SMALL)
                        .map(RecordedChange::change)
                        .toList();
    }

    private static Problem problem(List<List<TableChange>> statements) {
        List<TableChange> all = statements.stream().flatMap(List::stream).toList();
        String table = all.get(0).table();
        return Problem.of(
                statements.get(1).get(0),
                "The server writes all rows of " + table + " more than once.",
                "Make these changes in one statement:\n" + OperationSource.of(new AlterTable(table, all)));
    }
}
