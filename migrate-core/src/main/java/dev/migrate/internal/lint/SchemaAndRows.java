package dev.migrate.internal.lint;

import dev.migrate.lint.LintRule;
import dev.migrate.lint.Severity;
import java.util.List;
import java.util.Set;

/** A migration that changes existing tables and rows. */
final class SchemaAndRows implements Rule {

    @Override
    public LintRule description() {
        return new LintRule("schema-and-rows", Severity.INFO, "a migration changes existing tables and rows");
    }

    @Override
    public List<Problem> check(RecordedMigration migration) {
        Set<String> created = migration.createdTables();
        boolean changesTables = migration.changes().stream().anyMatch(change -> !change.isOfNewTable());
        return changesTables
                ? migration.up().stream()
                        .filter(operation -> RowChanges.isRowChange(operation, created))
                        .limit(1)
                        .map(operation -> Problem.of(
                                operation,
                                "The rows are changed in one run with the tables: a long change of rows delays the "
                                        + "release, and cannot be repeated on its own.",
                                "Move the change of rows to a migration of its own."))
                        .toList()
                : List.of();
    }
}
