package dev.migrate.internal.lint;

import dev.migrate.internal.codegen.OperationSource;
import dev.migrate.lint.LintRule;
import dev.migrate.lint.Severity;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.ColumnChange;
import dev.migrate.schema.Column;
import java.util.Optional;

/** A column that becomes NOT NULL while instances of the previous release do not set it. */
final class NotNullWithoutDefault implements ChangeRule {

    @Override
    public LintRule description() {
        return new LintRule(
                "not-null-without-default",
                Severity.WARNING,
                "a column of an existing table must be set, but has no default");
    }

    @Override
    public Optional<Problem> check(RecordedChange change) {
        if (change.change() instanceof AddColumn add && isRequired(add.column())) {
            Column nullable = add.column().toBuilder().nullable().build();
            return Optional.of(Problem.of(
                    add,
                    "Existing rows get 0 or an empty string, and INSERT statements of the previous release fail "
                            + "because they omit the column.",
                    "Add the column with a default,"
                            + " or allow NULL until every instance sets it and all rows are filled:\n"
                            + OperationSource.of(new AddColumn(add.table(), nullable, add.position()))
                            + "\n// In a later release:\n"
                            + OperationSource.of(new AlterColumn(
                                    add.table(),
                                    nullable.name(),
                                    ColumnChange.ofNullability(false),
                                    ColumnChange.ofNullability(true)))));
        }
        return change.change() instanceof AlterColumn alter ? altered(change, alter) : Optional.empty();
    }

    private static boolean isRequired(Column column) {
        return !column.isNullable()
                && column.defaultValue() == null
                && column.generation() == null
                && !column.isAutoIncrement();
    }

    private static Optional<Problem> altered(RecordedChange change, AlterColumn alter) {
        boolean becomesRequired = Boolean.FALSE.equals(alter.change().isNullable());
        Optional<Column> column = change.column(alter.column());
        if (!becomesRequired || column.map(before -> !before.isNullable()).orElse(false)) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(
                alter,
                "This fails if a row contains NULL,"
                        + " and afterwards INSERT statements fail that omit the column or set it to NULL.",
                "Make sure that every instance sets the column, and fill the rows in an earlier migration:\n"
                        + "op.execute(\"UPDATE " + alter.table() + " SET " + alter.column() + " = ... WHERE "
                        + alter.column() + " IS NULL\");"));
    }
}
