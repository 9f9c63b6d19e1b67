package dev.migrate.internal.lint;

import dev.migrate.lint.LintRule;
import dev.migrate.lint.Severity;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropPrimaryKey;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableChange;
import dev.migrate.schema.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table without a primary key after the migration. */
final class MissingPrimaryKey implements Rule {

    @Override
    public LintRule description() {
        return new LintRule("missing-primary-key", Severity.WARNING, "a table has no primary key");
    }

    @Override
    public List<Problem> check(RecordedMigration migration) {
        Map<String, Operation> suspects = new LinkedHashMap<>();
        for (Operation operation : migration.up()) {
            if (operation instanceof CreateTable create) {
                suspects.put(create.table().name(), create);
            }
            for (TableChange change : RecordedSchema.changesOf(operation)) {
                if (change instanceof DropPrimaryKey) {
                    suspects.put(change.table(), change);
                }
            }
        }
        RecordedSchema after = migration.after();
        return suspects.entrySet().stream()
                .filter(suspect -> after.table(suspect.getKey())
                        .map(Table::primaryKey)
                        .map(List::isEmpty)
                        .orElse(false))
                .map(suspect -> problem(suspect.getValue()))
                .toList();
    }

    private static Problem problem(Operation operation) {
        return Problem.of(
                operation,
                "Clusters reject writes to a table without a primary key,"
                        + " and replicas search the whole table for each changed row.",
                "Add a primary key, for instance an AUTO_INCREMENT column id.");
    }
}
