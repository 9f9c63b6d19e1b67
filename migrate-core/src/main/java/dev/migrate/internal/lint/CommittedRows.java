package dev.migrate.internal.lint;

import dev.migrate.lint.LintRule;
import dev.migrate.lint.Severity;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        for (Operation operation : migration.up()) {
            boolean isRows = RowChanges.isRowChange(operation, Set.of());
            if (rows.isPresent() && isSchemaChange(operation)) {
                return List.of(Problem.of(
                        rows.get(),
                        "\"" + operation.description() + "\" commits this change. If the migration fails later, the "
                                + "rows stay changed while the step is incomplete.",
                        "Put the statements that change rows at the end of the migration, or into one of their own."));
            }
            rows = isRows ? Optional.of(operation) : rows;
        }
        return List.of();
    }

    private static boolean isSchemaChange(Operation operation) {
        return !RecordedSchema.changesOf(operation).isEmpty()
                || operation instanceof CreateTable
                || operation instanceof DropTable
                || operation instanceof RenameTable;
    }
}
