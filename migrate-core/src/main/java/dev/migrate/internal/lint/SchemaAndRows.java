package dev.migrate.internal.lint;

import dev.migrate.lint.LintRule;
import dev.migrate.lint.Severity;
import dev.migrate.operation.Operation;
import java.util.List;

/** A migration that changes existing tables and rows. */
final class SchemaAndRows implements Rule {

    @Override
    public LintRule description() {
        return new LintRule("schema-and-rows", Severity.INFO, "a migration changes existing tables and rows");
    }

    @Override
    public List<Problem> check(RecordedMigration migration) {
        List<RecordedOperation> existing = migration.operations().stream()
                .filter(operation -> !operation.isOfNewTable())
                .toList();
        boolean changesTables = existing.stream()
                .anyMatch(operation -> !RecordedChange.of(operation).isEmpty());
        return changesTables
                ? existing.stream()
                        .filter(RecordedOperation::changesRows)
                        .limit(1)
                        .map(rows -> problem(rows.operation()))
                        .toList()
                : List.of();
    }

    private static Problem problem(Operation rows) {
        return Problem.of(
                rows,
                "The rows are changed in one run with the tables: a long change of rows delays the release, and cannot "
                        + "be repeated on its own.",
                "Move the change of rows to a migration of its own.");
    }
}
