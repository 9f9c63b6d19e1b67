package dev.migrate.internal.lint;

import dev.migrate.internal.CaseInsensitiveNames;
import dev.migrate.internal.codegen.OperationSource;
import dev.migrate.lint.LintRule;
import dev.migrate.lint.Severity;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.RedefineColumn;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.TableChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A new name for a table or a column that instances of the previous release still use. */
final class Renaming implements Rule {

    private static final String CONSEQUENCE =
            "Instances of the previous release use the old name and fail until they are replaced.";

    @Override
    public LintRule description() {
        return new LintRule("rename", Severity.WARNING, "a table or a column that is in use is renamed");
    }

    @Override
    public List<Problem> check(RecordedMigration migration) {
        List<Problem> problems = new ArrayList<>();
        for (RecordedOperation recorded : migration.operations()) {
            if (!recorded.isOfNewTable()) {
                problems.addAll(check(recorded));
            }
        }
        return problems;
    }

    private static List<Problem> check(RecordedOperation recorded) {
        if (recorded.operation() instanceof RenameTable rename) {
            return List.of(table(rename));
        }
        List<Problem> problems = new ArrayList<>();
        for (RecordedChange change : RecordedChange.of(recorded)) {
            newName(change.change()).map(name -> column(change, name)).ifPresent(problems::add);
        }
        return problems;
    }

    private static Problem table(RenameTable rename) {
        return Problem.of(
                rename,
                CONSEQUENCE,
                "Rename the table and create a view with the old name; drop the view in a later release:\n"
                        + OperationSource.of(rename) + "\n"
                        + "op.createView(\"" + rename.from() + "\", \"SELECT * FROM " + rename.to() + "\");");
    }

    private static Optional<RenameColumn> newName(TableChange change) {
        String table = change.table();
        if (change instanceof RenameColumn rename) {
            return Optional.of(rename);
        }
        if (change instanceof AlterColumn alter && alter.change().name() != null) {
            return Optional.of(
                    new RenameColumn(table, alter.column(), alter.change().name()));
        }
        return change instanceof RedefineColumn redefine
                        && !CaseInsensitiveNames.same(
                                redefine.column(), redefine.definition().name())
                ? Optional.of(new RenameColumn(
                        table, redefine.column(), redefine.definition().name()))
                : Optional.empty();
    }

    private static Problem column(RecordedChange change, RenameColumn rename) {
        return Problem.of(
                change.change(),
                CONSEQUENCE,
                change.column(rename.from())
                        .map(column -> "Add the new column now, fill it and write both; "
                                + "drop the old one in a later release:\n"
                                + OperationSource.of(new AddColumn(
                                        rename.table(),
                                        column.toBuilder()
                                                .name(rename.to())
                                                .nullable()
                                                .build(),
                                        null))
                                + "\nop.execute(\"UPDATE " + rename.table() + " SET " + rename.to() + " = "
                                + rename.from() + "\");\n// In a later release:\n"
                                + OperationSource.of(new DropColumn(rename.table(), rename.from(), column, null)))
                        .orElse("Add a new column, fill it and write both; drop the old one in a later release."));
    }
}
