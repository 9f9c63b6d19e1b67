package dev.migrate.internal.lint;

import dev.migrate.internal.codegen.OperationSource;
import dev.migrate.lint.LintRule;
import dev.migrate.lint.Severity;
import dev.migrate.operation.AddForeignKey;
import dev.migrate.operation.CreateIndex;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.Table;
import java.util.Optional;

/** A foreign key whose index the server creates. */
final class ForeignKeyWithoutIndex implements ChangeRule {

    @Override
    public LintRule description() {
        return new LintRule(
                "foreign-key-without-index", Severity.INFO, "a foreign key is added whose columns have no index");
    }

    @Override
    public Optional<Problem> check(RecordedChange change) {
        if (!(change.change() instanceof AddForeignKey add)) {
            return Optional.empty();
        }
        ForeignKey key = add.foreignKey();
        Optional<Table> after = change.schema().after(change.operation()).table(add.table());
        return after.filter(table -> !DroppedIndexOfForeignKey.hasIndex(table, key))
                .map(table -> Problem.of(
                        add,
                        "The server creates an index named " + key.name() + " while it blocks writes to the table, and "
                                + "drops it again when another index begins with the same columns.",
                        "Create the index first, which does not block writes:\n"
                                + OperationSource.of(new CreateIndex(
                                        add.table(),
                                        Index.of(key.name(), key.columns().toArray(String[]::new))))));
    }
}
