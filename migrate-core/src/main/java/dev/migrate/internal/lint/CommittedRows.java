package dev.migrate.internal.lint;

import dev.migrate.lint.LintRule;
import dev.migrate.lint.Severity;
import dev.migrate.operation.Operation;
import java.util.List;
import java.util.Optional;

/** Changes of rows that a later statement of the same migration commits. */
final class CommittedRows implements Rule {

    @Override
    public LintRule description() {
        return new LintRule(
                "implicit-commit", Severity.INFO, "a change of rows is followed by a statement that commits it");
    }

    @Override
    public List<Problem> check(RecordedMigration migration) {
        Optional<Operation> rows = Optional.empty();
        for (RecordedOperation recorded : migration.operations()) {
            if (rows.isPresent() && recorded.changesSchema()) {
                return List.of(problem(rows.get(), recorded.operation()));
            }
            if (recorded.changesRows()) {
                rows = Optional.of(recorded.operation());
            }
        }
        return List.of();
    }

    private static Problem problem(Operation rows, Operation commit) {
        return Problem.of(
                rows,
                "\"" + commit.description() + "\" commits this change. If the migration fails later, the rows stay "
                        + "changed while the step is incomplete.",
                "Put the statements that change rows at the end of the migration, or into one of their own.");
    }
}
