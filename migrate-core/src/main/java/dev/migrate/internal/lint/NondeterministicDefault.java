package dev.migrate.internal.lint;

import dev.migrate.internal.codegen.OperationSource;
import dev.migrate.lint.LintRule;
import dev.migrate.lint.Severity;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.ColumnChange;
import dev.migrate.schema.Column;
import dev.migrate.schema.DefaultValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** A default that gives another value in each row. */
final class NondeterministicDefault implements ChangeRule {

    private static final Pattern FUNCTION = Pattern.compile(
            "\\b(UUID|UUID_SHORT|UUID_TO_BIN|RAND|RANDOM_BYTES|CONNECTION_ID|SYSDATE|USER|CURRENT_USER|SESSION_USER)\\s*\\(",
            Pattern.CASE_INSENSITIVE);

    @Override
    public LintRule description() {
        return new LintRule(
                "nondeterministic-default", Severity.ERROR, "a new column has a default that differs from row to row");
    }

    @Override
    public Optional<Problem> check(RecordedChange change) {
        return change.change() instanceof AddColumn add
                        && add.column().defaultValue() instanceof DefaultValue.Expression expression
                        && FUNCTION.matcher(expression.sql()).find()
                ? Optional.of(problem(add, expression.sql()))
                : Optional.empty();
    }

    private static Problem problem(AddColumn add, String expression) {
        Column bare = add.column().toBuilder().noDefault().nullable().build();
        return Problem.of(
                add,
                "A server whose binary log is enabled rejects this with error 1674, because replicas would compute "
                        + "other values for existing rows.",
                "Add the column without the default, fill it, and then set the default:\n"
                        + OperationSource.of(new AddColumn(add.table(), bare, add.position()))
                        + "\nop.execute(\"UPDATE " + add.table() + " SET " + bare.name() + " = " + expression
                        + "\");\n"
                        + OperationSource.of(new AlterColumn(
                                add.table(),
                                bare.name(),
                                ColumnChange.ofDefault(add.column().defaultValue()),
                                ColumnChange.ofDefault(null))));
    }
}
