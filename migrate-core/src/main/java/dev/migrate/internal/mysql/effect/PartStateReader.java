package dev.migrate.internal.mysql.effect;

import dev.migrate.internal.mysql.effect.PartState.After;
import dev.migrate.internal.mysql.merge.ChangeDependencies;
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

    private static final String PRIMARY_KEY = "PRIMARY";

    @Override
    public List<PartState> addColumn(AddColumn change) {
        return List.of(column(change.table(), change.column().name(), After.PRESENT));
    }

    @Override
    public List<PartState> dropColumn(DropColumn change) {
        return List.of(column(change.table(), change.column(), After.ABSENT));
    }

    @Override
    public List<PartState> renameColumn(RenameColumn change) {
        return renamed(change.table(), change.from(), change.to());
    }

    @Override
    public List<PartState> alterColumn(AlterColumn change) {
        String newName = change.change().name();
        return changed(
                change.table(),
                change.column(),
                newName == null ? change.column() : newName,
                change.change().position() != null);
    }

    @Override
    public List<PartState> redefineColumn(RedefineColumn change) {
        return changed(change.table(), change.column(), change.definition().name(), change.position() != null);
    }

    @Override
    public List<PartState> createIndex(CreateIndex change) {
        return List.of(index(change.table(), change.index().name(), After.PRESENT));
    }

    @Override
    public List<PartState> dropIndex(DropIndex change) {
        return List.of(index(change.table(), change.index(), After.ABSENT));
    }

    @Override
    public List<PartState> renameIndex(RenameIndex change) {
        return List.of(
                index(change.table(), change.from(), After.ABSENT), index(change.table(), change.to(), After.PRESENT));
    }

    @Override
    public List<PartState> addPrimaryKey(AddPrimaryKey change) {
        return List.of(index(change.table(), PRIMARY_KEY, After.PRESENT));
    }

    @Override
    public List<PartState> dropPrimaryKey(DropPrimaryKey change) {
        return List.of(index(change.table(), PRIMARY_KEY, After.ABSENT));
    }

    @Override
    public List<PartState> addForeignKey(AddForeignKey change) {
        return List.of(constraint(change.table(), change.foreignKey().name(), After.PRESENT));
    }

    @Override
    public List<PartState> dropForeignKey(DropForeignKey change) {
        return List.of(constraint(change.table(), change.foreignKey(), After.ABSENT));
    }

    @Override
    public List<PartState> addCheck(AddCheck change) {
        return List.of(constraint(change.table(), change.check().name(), After.PRESENT));
    }

    @Override
    public List<PartState> dropCheck(DropCheck change) {
        return List.of(constraint(change.table(), change.check(), After.ABSENT));
    }

    @Override
    public List<PartState> changeTableOptions(ChangeTableOptions change) {
        return List.of(whole(change.table()));
    }

    @Override
    public List<PartState> convertCharset(ConvertCharset change) {
        return List.of(whole(change.table()));
    }

    private static List<PartState> changed(String table, String column, String newName, boolean isMoved) {
        if (!newName.equalsIgnoreCase(column)) {
            return renamed(table, column, newName);
        }
        String state = isMoved
                ? CatalogExpressions.columnWithPosition(table, column)
                : CatalogExpressions.column(table, column);
        return List.of(new PartState(ChangeDependencies.column(column), state, After.CHANGED));
    }

    private static List<PartState> renamed(String table, String from, String to) {
        return from.equalsIgnoreCase(to)
                ? List.of(column(table, from, After.CHANGED))
                : List.of(column(table, from, After.ABSENT), column(table, to, After.PRESENT));
    }

    private static PartState column(String table, String column, After after) {
        return new PartState(ChangeDependencies.column(column), CatalogExpressions.column(table, column), after);
    }

    private static PartState index(String table, String index, After after) {
        return new PartState("index " + index, CatalogExpressions.index(table, index), after);
    }

    private static PartState constraint(String table, String constraint, After after) {
        return new PartState("constraint " + constraint, CatalogExpressions.constraint(table, constraint), after);
    }

    private static PartState whole(String table) {
        return new PartState("table", CatalogExpressions.whole(table), After.CHANGED);
    }
}
