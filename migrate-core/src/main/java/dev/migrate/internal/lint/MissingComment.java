package dev.migrate.internal.lint;

import dev.migrate.lint.LintRule;
import dev.migrate.lint.Severity;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableChange;
import dev.migrate.schema.Column;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** A new table or column without a comment. */
final class MissingComment implements Rule {

    @Override
    public LintRule description() {
        return new LintRule("missing-comment", Severity.OFF, "a new table or column has no comment");
    }

    @Override
    public List<Problem> check(RecordedMigration migration) {
        List<Problem> problems = new ArrayList<>();
        for (Operation operation : migration.up()) {
            if (operation instanceof CreateTable create) {
                table(create, problems);
            }
            for (TableChange change : RecordedSchema.changesOf(operation)) {
                if (change instanceof AddColumn add && add.column().comment() == null) {
                    problems.add(problem(
                            add, "Column " + add.table() + "." + add.column().name()));
                }
            }
        }
        return problems;
    }

    private static void table(CreateTable create, List<Problem> problems) {
        Table table = create.table();
        if (table.options().comment() == null) {
            problems.add(problem(create, "Table " + table.name()));
        }
        for (Column column : table.columns()) {
            if (column.comment() == null) {
                problems.add(problem(create, "Column " + table.name() + "." + column.name()));
            }
        }
    }

    private static Problem problem(Operation operation, String what) {
        return Problem.of(operation, what + " has no comment.", "Add one: comment(\"...\").");
    }
}
