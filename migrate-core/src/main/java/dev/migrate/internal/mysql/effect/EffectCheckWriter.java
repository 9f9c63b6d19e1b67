package dev.migrate.internal.mysql.effect;

import dev.migrate.internal.mysql.merge.ChangeDependencies;
import dev.migrate.internal.mysql.parse.EventText;
import dev.migrate.operation.AddCheck;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddForeignKey;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.CreateEvent;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateRoutine;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.CreateTrigger;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.DropEvent;
import dev.migrate.operation.DropRoutine;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.DropTrigger;
import dev.migrate.operation.DropView;
import dev.migrate.operation.ExecuteScript;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.OperationVisitor;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.TableChange;
import dev.migrate.provider.AffectedObjects;
import dev.migrate.provider.EffectCheck;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes the effect check of each operation: a query that determines whether its statement was executed. */
public final class EffectCheckWriter implements OperationVisitor<EffectCheck> {

    private final PartStateReader marks = new PartStateReader();

    @Override
    public EffectCheck createTable(CreateTable operation) {
        return EffectCheck.selfEvident(
                CatalogExpressions.hasColumns(operation.table().name(), columnsOf(operation.table())),
                Affected.created(operation.table().name(), partsOf(operation.table())));
    }

    @Override
    public EffectCheck dropTable(DropTable operation) {
        return gone(CatalogExpressions.existence(operation.table()), Affected.table(operation.table()));
    }

    @Override
    public EffectCheck renameTable(RenameTable operation) {
        String from = CatalogExpressions.existence(operation.from());
        String to = CatalogExpressions.existence(operation.to());
        return EffectCheck.stateComparison(
                TableEffect.states(List.of(from, to)),
                from + " IS NULL AND " + to + " IS NOT NULL",
                AffectedObjects.everything());
    }

    @Override
    public EffectCheck changeTable(TableChange operation) {
        return alter(operation.table(), List.of(operation));
    }

    @Override
    public EffectCheck alterTable(AlterTable operation) {
        return alter(operation.table(), operation.changes());
    }

    @Override
    public EffectCheck createView(CreateView operation) {
        String name = operation.view().name();
        return there(CatalogExpressions.view(name), Affected.table(name));
    }

    @Override
    public EffectCheck dropView(DropView operation) {
        return gone(CatalogExpressions.view(operation.name()), Affected.table(operation.name()));
    }

    /** A trigger is dropped or renamed with its table. */
    @Override
    public EffectCheck createTrigger(CreateTrigger operation) {
        String state = CatalogExpressions.trigger(operation.trigger().name());
        return EffectCheck.stateComparison(state, state + " IS NOT NULL", AffectedObjects.everything());
    }

    @Override
    public EffectCheck dropTrigger(DropTrigger operation) {
        String state = CatalogExpressions.trigger(operation.name());
        return EffectCheck.stateComparison(state, state + " IS NULL", AffectedObjects.everything());
    }

    @Override
    public EffectCheck createRoutine(CreateRoutine operation) {
        String kind = operation.routine().kind().name();
        String name = operation.routine().name();
        return there(CatalogExpressions.routine(kind, name), Affected.routine(kind, name));
    }

    @Override
    public EffectCheck dropRoutine(DropRoutine operation) {
        String kind = operation.kind().name();
        return gone(CatalogExpressions.routine(kind, operation.name()), Affected.routine(kind, operation.name()));
    }

    /** The server may have dropped an event that ends by itself. */
    @Override
    public EffectCheck createEvent(CreateEvent operation) {
        String name = operation.event().name();
        return EventText.of(operation.event().definition()).isDroppedByServer()
                ? EffectCheck.none()
                : there(CatalogExpressions.event(name), Affected.event(name));
    }

    @Override
    public EffectCheck dropEvent(DropEvent operation) {
        return gone(CatalogExpressions.event(operation.name()), Affected.event(operation.name()));
    }

    @Override
    public EffectCheck createSequence(CreateSequence operation) {
        String name = operation.sequence().name();
        return there(CatalogExpressions.existence(name), Affected.table(name));
    }

    /** The options are absolute values. */
    @Override
    public EffectCheck alterSequence(AlterSequence operation) {
        return EffectCheck.idempotent();
    }

    @Override
    public EffectCheck dropSequence(DropSequence operation) {
        return gone(CatalogExpressions.existence(operation.name()), Affected.table(operation.name()));
    }

    @Override
    public EffectCheck insertRows(InsertRows operation) {
        return EffectCheck.none();
    }

    @Override
    public EffectCheck executeSql(ExecuteSql operation) {
        return EffectCheck.none();
    }

    @Override
    public EffectCheck executeScript(ExecuteScript operation) {
        return EffectCheck.none();
    }

    @Override
    public EffectCheck runCode(RunCode operation) {
        return EffectCheck.none();
    }

    private EffectCheck alter(String table, List<TableChange> changes) {
        List<PartState> states = new ArrayList<>();
        Set<String> parts = new HashSet<>();
        boolean isAddition = true;
        for (TableChange change : changes) {
            isAddition &= isAddition(change);
            for (PartState state : change.accept(marks)) {
                states.add(state);
                parts.add(state.part());
            }
        }
        return TableEffect.of(states, isAddition ? Affected.parts(table, parts) : Affected.table(table));
    }

    /** An index may replace one that the server created for a foreign key, without a visible difference. */
    private static boolean isAddition(TableChange change) {
        return change instanceof AddColumn
                || change instanceof CreateIndex
                || change instanceof AddForeignKey
                || change instanceof AddCheck;
    }

    private static List<String> columnsOf(Table table) {
        List<String> names = new ArrayList<>();
        for (Column column : table.columns()) {
            names.add(column.name());
        }
        return names;
    }

    private static Set<String> partsOf(Table table) {
        Set<String> parts = new HashSet<>();
        for (Column column : table.columns()) {
            parts.add(ChangeDependencies.column(column.name()));
        }
        for (Index index : table.indexes()) {
            parts.add(Affected.index(index.name()));
        }
        for (ForeignKey foreignKey : table.foreignKeys()) {
            parts.add(Affected.constraint(foreignKey.name()));
        }
        for (Check check : table.checks()) {
            parts.add(Affected.constraint(check.name()));
        }
        return parts;
    }

    private static EffectCheck there(String state, AffectedObjects subject) {
        return EffectCheck.stateComparison(state, state + " IS NOT NULL", subject);
    }

    private static EffectCheck gone(String state, AffectedObjects subject) {
        return EffectCheck.stateComparison(state, state + " IS NULL", subject);
    }
}
