package dev.migrate.internal.lint;

import dev.migrate.diff.DestructiveChange;
import dev.migrate.lint.LintRule;
import dev.migrate.lint.Severity;
import dev.migrate.operation.Operation;
import java.util.ArrayList;
import java.util.List;

/** Rows or values that are lost. */
final class DataLoss implements Rule {

    @Override
    public LintRule description() {
        return new LintRule("data-loss", Severity.WARNING, "rows or values are deleted permanently");
    }

    @Override
    public List<Problem> check(RecordedMigration migration) {
        List<Problem> problems = new ArrayList<>();
        for (RecordedOperation recorded : migration.operations()) {
            List<String> losses = recorded.isOfNewTable() ? List.of() : DestructiveChange.of(recorded.operation());
            if (!losses.isEmpty()) {
                problems.add(problem(recorded.operation(), losses));
            }
        }
        return problems;
    }

    private static Problem problem(Operation operation, List<String> losses) {
        return Problem.of(
                operation,
                String.join(" ", losses) + " A downgrade does not restore them.",
                "First release a version that does not use the data. Back it up, and drop it in a later release.");
    }
}
