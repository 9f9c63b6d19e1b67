package dev.migrate.internal.lint;

import dev.migrate.lint.LintRule;
import dev.migrate.lint.Severity;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableChange;
import dev.migrate.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A constraint whose name the server chooses. */
final class UnnamedConstraint implements Rule {

    private static final Pattern UNNAMED = Pattern.compile(
            "(?:\\bADD\\s+|[,(]\\s*)(?:FOREIGN\\s+KEY\\s*\\(|CHECK\\s*\\(|UNIQUE\\s+(?:(?:KEY|INDEX)\\s*)?\\()",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TABLE = Pattern.compile("^\\s*(?:CREATE|ALTER)\\s+TABLE\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public LintRule description() {
        return new LintRule("unnamed-constraint", Severity.WARNING, "the server chooses the name of a constraint");
    }

    @Override
    public List<Problem> check(RecordedMigration migration) {
        List<Problem> problems = new ArrayList<>();
        for (Operation operation : migration.up()) {
            if (operation instanceof ExecuteSql sql
                    && TABLE.matcher(sql.sql()).find()
                    && UNNAMED.matcher(sql.sql()).find()) {
                problems.add(problem(operation, "Name it: CONSTRAINT name followed by the definition."));
            }
            columns(operation).stream()
                    .filter(column -> column.check() != null)
                    .forEach(column -> problems.add(problem(
                            operation,
                            "Use a check with a name: check(\"chk_" + column.name() + "\", \"" + column.check()
                                    + "\").")));
        }
        return problems;
    }

    private static List<Column> columns(Operation operation) {
        if (operation instanceof CreateTable create) {
            return create.table().columns();
        }
        List<Column> columns = new ArrayList<>();
        for (TableChange change : RecordedSchema.changesOf(operation)) {
            if (change instanceof AddColumn add) {
                columns.add(add.column());
            }
        }
        return columns;
    }

    private static Problem problem(Operation operation, String suggestion) {
        return Problem.of(
                operation,
                "The server chooses the name, which may differ between servers,"
                        + " so a later migration cannot rely on it.",
                suggestion);
    }
}
