package dev.migrate.internal.lint;

import dev.migrate.internal.codegen.OperationSource;
import dev.migrate.lint.LintRule;
import dev.migrate.lint.Severity;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropIndex;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.Table;
import java.util.Optional;

/** An index that a foreign key needs. */
final class DroppedIndexOfForeignKey implements ChangeRule {

    @Override
    public LintRule description() {
        return new LintRule("foreign-key-index", Severity.ERROR, "an index is dropped that a foreign key needs");
    }

    @Override
    public Optional<Problem> check(RecordedChange change) {
        if (!(change.change() instanceof DropIndex drop)) {
            return Optional.empty();
        }
        Optional<Table> table = change.table();
        Optional<Index> index = table.flatMap(each -> each.index(drop.index()));
        if (table.isEmpty() || index.isEmpty()) {
            return Optional.empty();
        }
        Table after =
                change.schema().after(change.operation()).table(drop.table()).orElse(table.get());
        return after.foreignKeys().stream()
                .filter(key -> KeyPart.beginWith(index.get().parts(), key.columns()))
                .filter(key -> !hasIndex(after, key))
                .findFirst()
                .map(key -> Problem.of(
                        drop,
                        "The server rejects this: foreign key " + key.name() + " needs an index that begins with "
                                + String.join(", ", key.columns()) + ".",
                        "Create the index that replaces it first, or drop the foreign key:\n"
                                + OperationSource.of(new CreateIndex(
                                        drop.table(),
                                        Index.of(
                                                key.name() + "_idx",
                                                key.columns().toArray(String[]::new))))));
    }

    static boolean hasIndex(Table table, ForeignKey key) {
        return KeyPart.beginWith(table.primaryKey(), key.columns())
                || table.indexes().stream().anyMatch(index -> KeyPart.beginWith(index.parts(), key.columns()));
    }
}
