package dev.migrate.internal.lint;

import dev.migrate.operation.AddCheck;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddForeignKey;
import dev.migrate.operation.AddPrimaryKey;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.ChangeTableOptions;
import dev.migrate.operation.ConvertCharset;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropCheck;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropForeignKey;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropPrimaryKey;
import dev.migrate.operation.RedefineColumn;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.TableChange;
import dev.migrate.schema.Column;
import dev.migrate.schema.Generation;
import java.util.Optional;

/**
 * What a change does to the rows of a table on every supported server, as far as that does not depend on the server; see
 * the table in docs/operations.md, which was measured.
 */
enum RowCost {
    /** It touches no rows, or that depends on the server. */
    SMALL,
    /** The table is written again, while others can change rows. */
    REBUILD,
    /** The table is written again, and others cannot change rows. */
    COPY;

    static RowCost of(RecordedChange change) {
        return change.change().accept(new Costs(change));
    }

    private record Costs(RecordedChange recorded) implements TableChange.Visitor<RowCost> {

        @Override
        public RowCost addColumn(AddColumn change) {
            Generation generation = change.column().generation();
            return generation != null && generation.storage() == Generation.Storage.STORED ? COPY : SMALL;
        }

        @Override
        public RowCost dropColumn(DropColumn change) {
            return SMALL;
        }

        @Override
        public RowCost renameColumn(RenameColumn change) {
            return SMALL;
        }

        @Override
        public RowCost alterColumn(AlterColumn change) {
            if (copiesForType() || Boolean.TRUE.equals(change.change().isAutoIncrement())) {
                return COPY;
            }
            Boolean isNullable = change.change().isNullable();
            boolean isSame = recorded.column(change.column())
                    .map(Column::isNullable)
                    .filter(before -> before.equals(isNullable))
                    .isPresent();
            return isNullable == null || isSame ? SMALL : REBUILD;
        }

        private boolean copiesForType() {
            return TypeChange.of(recorded).filter(type -> !type.isExtension()).isPresent();
        }

        @Override
        public RowCost redefineColumn(RedefineColumn change) {
            Optional<Boolean> before = recorded.column(change.column()).map(Column::isNullable);
            if (copiesForType()) {
                return COPY;
            }
            return before.isPresent() && before.get() != change.definition().isNullable() ? REBUILD : SMALL;
        }

        @Override
        public RowCost createIndex(CreateIndex change) {
            return SMALL;
        }

        @Override
        public RowCost dropIndex(DropIndex change) {
            return SMALL;
        }

        @Override
        public RowCost renameIndex(RenameIndex change) {
            return SMALL;
        }

        @Override
        public RowCost addPrimaryKey(AddPrimaryKey change) {
            return REBUILD;
        }

        @Override
        public RowCost dropPrimaryKey(DropPrimaryKey change) {
            boolean isReplaced =
                    RecordedSchema.changesOf(recorded.operation()).stream().anyMatch(AddPrimaryKey.class::isInstance);
            return isReplaced ? REBUILD : COPY;
        }

        @Override
        public RowCost addForeignKey(AddForeignKey change) {
            return COPY;
        }

        @Override
        public RowCost dropForeignKey(DropForeignKey change) {
            return SMALL;
        }

        @Override
        public RowCost addCheck(AddCheck change) {
            return COPY;
        }

        @Override
        public RowCost dropCheck(DropCheck change) {
            return SMALL;
        }

        @Override
        public RowCost changeTableOptions(ChangeTableOptions change) {
            boolean rebuilds =
                    change.options().engine() != null || change.options().rowFormat() != null;
            return rebuilds ? REBUILD : SMALL;
        }

        @Override
        public RowCost convertCharset(ConvertCharset change) {
            return COPY;
        }
    }
}
