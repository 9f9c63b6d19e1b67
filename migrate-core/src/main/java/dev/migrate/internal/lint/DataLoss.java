package dev.migrate.internal.lint;

import dev.migrate.diff.DestructiveChange;
import dev.migrate.lint.LintRule;
import dev.migrate.lint.Severity;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rows or values that are lost. */
final class DataLoss implements Rule {

    @Override
    public LintRule description() {
        return new LintRule("data-loss", Severity.WARNING, "rows or values are deleted permanently");
    }

    @Override
    public List<Problem> check(RecordedMigration migration) {
        List<Problem> problems = new ArrayList<>();
        Set<String> created = migration.createdTables();
        for (Operation operation : migration.up()) {
            List<String> losses = isOfNewTable(operation, created) ? List.of() : DestructiveChange.of(operation);
            if (!losses.isEmpty()) {
                problems.add(
                        Problem.of(
                                operation,
                                String.join(" ", losses) + " A downgrade does not restore them.",
                                "First release a version that does not use the data. Back it up, and drop it in a later release."));
            }
        }
        return problems;
    }

    private static boolean isOfNewTable(Operation operation, Set<String> created) {
        if (operation instanceof DropTable drop) {
            return created.contains(drop.table());
        }
        List<TableChange> changes = RecordedSchema.changesOf(operation);
        return !changes.isEmpty() && created.contains(changes.get(0).table());
    }
}
