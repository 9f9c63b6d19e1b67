package dev.migrate.internal.mysql.effect;

import dev.migrate.internal.mysql.effect.PartState.After;
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
import java.util.List;

/** Determines the parts of a table that each change affects. */
final class PartStateReader implements TableChange.Visitor<List<PartState>> {

    static final String PRIMARY_KEY = "PRIMARY";

    @Override
    public List<PartState> addColumn(AddColumn change) {
        return List.of(PartState.column(change.table(), change.column().name(), After.PRESENT));
    }

    @Override
    public List<PartState> dropColumn(DropColumn change) {
        return List.of(PartState.column(change.table(), change.column(), After.ABSENT));
    }

    @Override
    public List<PartState> renameColumn(RenameColumn change) {
        return PartState.renamedColumn(change.table(), change.from(), change.to());
    }

    @Override
    public List<PartState> alterColumn(AlterColumn change) {
        String newName = change.change().name();
        return PartState.changedColumn(
                change.table(),
                change.column(),
                newName == null ? change.column() : newName,
                change.change().position() != null);
    }

    @Override
    public List<PartState> redefineColumn(RedefineColumn change) {
        return PartState.changedColumn(
                change.table(), change.column(), change.definition().name(), change.position() != null);
    }

    @Override
    public List<PartState> createIndex(CreateIndex change) {
        return List.of(PartState.index(change.table(), change.index().name(), After.PRESENT));
    }

    @Override
    public List<PartState> dropIndex(DropIndex change) {
        return List.of(PartState.index(change.table(), change.index(), After.ABSENT));
    }

    @Override
    public List<PartState> renameIndex(RenameIndex change) {
        return PartState.renamedIndex(change.table(), change.from(), change.to());
    }

    @Override
    public List<PartState> addPrimaryKey(AddPrimaryKey change) {
        return List.of(PartState.index(change.table(), PRIMARY_KEY, After.PRESENT));
    }

    @Override
    public List<PartState> dropPrimaryKey(DropPrimaryKey change) {
        return List.of(PartState.index(change.table(), PRIMARY_KEY, After.ABSENT));
    }

    @Override
    public List<PartState> addForeignKey(AddForeignKey change) {
        return List.of(PartState.constraint(change.table(), change.foreignKey().name(), After.PRESENT));
    }

    @Override
    public List<PartState> dropForeignKey(DropForeignKey change) {
        return List.of(PartState.constraint(change.table(), change.foreignKey(), After.ABSENT));
    }

    @Override
    public List<PartState> addCheck(AddCheck change) {
        return List.of(PartState.constraint(change.table(), change.check().name(), After.PRESENT));
    }

    @Override
    public List<PartState> dropCheck(DropCheck change) {
        return List.of(PartState.constraint(change.table(), change.check(), After.ABSENT));
    }

    @Override
    public List<PartState> changeTableOptions(ChangeTableOptions change) {
        return List.of(PartState.whole(change.table()));
    }

    @Override
    public List<PartState> convertCharset(ConvertCharset change) {
        return List.of(PartState.whole(change.table()));
    }
}
