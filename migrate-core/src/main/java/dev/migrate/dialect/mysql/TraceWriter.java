package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Subject;
import dev.migrate.dialect.Trace;
import dev.migrate.operation.AddCheck;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddForeignKey;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateRoutine;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.CreateTrigger;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.DropRoutine;
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
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says of each operation how one can see whether its statement was carried out. */
final class TraceWriter implements OperationVisitor<Trace> {

    private final MarkReader marks = new MarkReader();

    @Override
    public Trace createTable(CreateTable operation) {
        return Trace.evident(
                Catalog.hasColumns(operation.table()),
                new Subject(false, Map.of(key(operation.table().name()), partsOf(operation.table()))));
    }

    @Override
    public Trace dropTable(DropTable operation) {
        return gone(Catalog.existence(operation.table()), key(operation.table()));
    }

    @Override
    public Trace renameTable(RenameTable operation) {
        String from = Catalog.existence(operation.from());
        String to = Catalog.existence(operation.to());
        return Trace.visible(
                states(List.of(from, to)), from + " IS NULL AND " + to + " IS NOT NULL", Subject.everything());
    }

    @Override
    public Trace changeTable(TableChange operation) {
        return alter(operation.table(), List.of(operation));
    }

    @Override
    public Trace alterTable(AlterTable operation) {
        return alter(operation.table(), operation.changes());
    }

    @Override
    public Trace createView(CreateView operation) {
        String name = operation.view().name();
        return there(Catalog.view(name), key(name));
    }

    @Override
    public Trace dropView(DropView operation) {
        return gone(Catalog.view(operation.name()), key(operation.name()));
    }

    /** A trigger goes with its table, or moves with it. */
    @Override
    public Trace createTrigger(CreateTrigger operation) {
        String state = Catalog.trigger(operation.trigger().name());
        return Trace.visible(state, state + " IS NOT NULL", Subject.everything());
    }

    @Override
    public Trace dropTrigger(DropTrigger operation) {
        String state = Catalog.trigger(operation.name());
        return Trace.visible(state, state + " IS NULL", Subject.everything());
    }

    @Override
    public Trace createRoutine(CreateRoutine operation) {
        String kind = operation.routine().kind().name();
        String name = operation.routine().name();
        return there(Catalog.routine(kind, name), kind + " " + key(name));
    }

    @Override
    public Trace dropRoutine(DropRoutine operation) {
        String kind = operation.kind().name();
        return gone(Catalog.routine(kind, operation.name()), kind + " " + key(operation.name()));
    }

    @Override
    public Trace insertRows(InsertRows operation) {
        return Trace.none();
    }

    @Override
    public Trace executeSql(ExecuteSql operation) {
        return Trace.none();
    }

    @Override
    public Trace executeScript(ExecuteScript operation) {
        return Trace.none();
    }

    @Override
    public Trace runCode(RunCode operation) {
        return Trace.none();
    }

    /** Where two changes share a part, for instance an index that is dropped and made anew, the last one counts. */
    private Trace alter(String table, List<TableChange> changes) {
        Map<String, Mark> parts = new LinkedHashMap<>();
        boolean isAddition = true;
        for (TableChange change : changes) {
            isAddition &= isAddition(change);
            for (Mark mark : change.accept(marks)) {
                parts.put(mark.part(), mark);
            }
        }
        List<String> states = new ArrayList<>();
        List<String> effects = new ArrayList<>();
        for (Mark mark : parts.values()) {
            states.add(mark.state());
            effects.add(mark.effect());
        }
        return Trace.visible(
                states(states),
                String.join(" AND ", effects),
                new Subject(false, Map.of(key(table), isAddition ? Set.copyOf(parts.keySet()) : Set.of())));
    }

    /** An index may take the place of one that the server made for a foreign key, which shows in neither of the two. */
    private static boolean isAddition(TableChange change) {
        return change instanceof AddColumn
                || change instanceof CreateIndex
                || change instanceof AddForeignKey
                || change instanceof AddCheck;
    }

    private static Set<String> partsOf(Table table) {
        Set<String> parts = new HashSet<>();
        parts.add(Subject.ITSELF);
        for (Column column : table.columns()) {
            parts.add(Footprint.column(column.name()));
        }
        for (Index index : table.indexes()) {
            parts.add("index " + index.name());
        }
        for (ForeignKey foreignKey : table.foreignKeys()) {
            parts.add("constraint " + foreignKey.name());
        }
        for (Check check : table.checks()) {
            parts.add("constraint " + check.name());
        }
        return parts;
    }

    private static Trace there(String state, String thing) {
        return Trace.visible(state, state + " IS NOT NULL", Subject.of(thing));
    }

    private static Trace gone(String state, String thing) {
        return Trace.visible(state, state + " IS NULL", Subject.of(thing));
    }

    /** Null if none of it is there. */
    private static String states(List<String> states) {
        return states.size() == 1
                ? states.get(0)
                : states.stream()
                        .map(state -> "IFNULL(" + state + ", '-')")
                        .collect(Collectors.joining(
                                ", ", "NULLIF(CONCAT_WS('|', ", "), '" + "-|".repeat(states.size() - 1) + "-')"));
    }

    /** Some servers take two names that differ in case for one. */
    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
