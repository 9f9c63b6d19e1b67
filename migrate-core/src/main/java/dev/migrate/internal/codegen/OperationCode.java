package dev.migrate.internal.codegen;

import dev.migrate.error.SourceException;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.CreateEvent;
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
import dev.migrate.operation.Operation;
import dev.migrate.operation.OperationVisitor;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.TableChange;
import dev.migrate.schema.Literal;
import dev.migrate.schema.Routine;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Generates the call of {@code Operations} for an operation. */
final class OperationCode implements OperationVisitor<Code> {

    /** The maximum number of rows per statement, because the compiler cannot handle very long chains. */
    private static final int FEW_ROWS = 4;

    private static final int BYTES_OF_METHOD = 65_535;

    /** The maximum size of a value, and of a row in addition to its values. */
    private static final int BYTES_OF_VALUE = 13;

    private final TableCode tables;
    private final ChangeCode changes;
    private final StoredObjectCode storedObjects;
    private final ValueCode values;

    OperationCode(Imports imports) {
        tables = new TableCode(imports);
        changes = new ChangeCode(imports);
        storedObjects = new StoredObjectCode(imports);
        values = new ValueCode(imports);
    }

    @Override
    public Code createTable(CreateTable operation) {
        Table table = operation.table();
        return MethodChain.of("op.createTable", new StringCode(table.name()), tables.lambda(table));
    }

    @Override
    public Code dropTable(DropTable operation) {
        Table table = operation.definition();
        if (table == null) {
            return MethodChain.of("op.dropTable", new StringCode(operation.table()));
        }
        requireName(operation.table(), table.name(), operation);
        return MethodChain.of("op.dropTable", new StringCode(table.name()), tables.lambda(table));
    }

    @Override
    public Code renameTable(RenameTable operation) {
        return MethodChain.of("op.renameTable", new StringCode(operation.from()), new StringCode(operation.to()));
    }

    @Override
    public Code changeTable(TableChange operation) {
        return operation.accept(changes).onTable(operation.table());
    }

    @Override
    public Code alterTable(AlterTable operation) {
        List<Code> statements = new ArrayList<>();
        switch (operation.condition()) {
            case NONE -> {
                if (operation.changes().size() == 1) {
                    statements.add(MethodChain.of("t.keepSeparate"));
                }
            }
            case NO_LOCK -> statements.add(MethodChain.of("t.noLock"));
            case INSTANT_ONLY -> statements.add(MethodChain.of("t.instantOnly"));
        }
        operation
                .changes()
                .forEach(change -> statements.add(change.accept(changes).inBlock()));
        return MethodChain.of("op.table", new StringCode(operation.table()), new Lambda("t", statements, true));
    }

    @Override
    public Code createView(CreateView operation) {
        return MethodChain.of("op.createView", storedObjects.view(operation.view()));
    }

    @Override
    public Code dropView(DropView operation) {
        if (operation.definition() == null) {
            return MethodChain.of("op.dropView", new StringCode(operation.name()));
        }
        requireName(operation.name(), operation.definition().name(), operation);
        return MethodChain.of("op.dropView", storedObjects.view(operation.definition()));
    }

    @Override
    public Code createTrigger(CreateTrigger operation) {
        return MethodChain.of("op.createTrigger", storedObjects.trigger(operation.trigger()));
    }

    @Override
    public Code dropTrigger(DropTrigger operation) {
        if (operation.definition() == null) {
            return MethodChain.of("op.dropTrigger", new StringCode(operation.name()));
        }
        requireName(operation.name(), operation.definition().name(), operation);
        return MethodChain.of("op.dropTrigger", storedObjects.trigger(operation.definition()));
    }

    @Override
    public Code createRoutine(CreateRoutine operation) {
        return MethodChain.of("op.createRoutine", storedObjects.routine(operation.routine()));
    }

    @Override
    public Code dropRoutine(DropRoutine operation) {
        Routine routine = operation.definition();
        if (routine == null) {
            boolean isProcedure = operation.kind() == Routine.Kind.PROCEDURE;
            return MethodChain.of(
                    isProcedure ? "op.dropProcedure" : "op.dropFunction", new StringCode(operation.name()));
        }
        requireName(operation.kind() + operation.name(), routine.kind() + routine.name(), operation);
        return MethodChain.of("op.dropRoutine", storedObjects.routine(routine));
    }

    @Override
    public Code createEvent(CreateEvent operation) {
        return MethodChain.of("op.createEvent", storedObjects.event(operation.event()));
    }

    @Override
    public Code dropEvent(DropEvent operation) {
        if (operation.definition() == null) {
            return MethodChain.of("op.dropEvent", new StringCode(operation.name()));
        }
        requireName(operation.name(), operation.definition().name(), operation);
        return MethodChain.of("op.dropEvent", storedObjects.event(operation.definition()));
    }

    @Override
    public Code createSequence(CreateSequence operation) {
        return MethodChain.of("op.createSequence", storedObjects.sequence(operation.sequence()));
    }

    @Override
    public Code alterSequence(AlterSequence operation) {
        Sequence before = operation.before();
        if (before == null) {
            return MethodChain.of("op.alterSequence", storedObjects.sequence(operation.sequence()));
        }
        return MethodChain.of(
                "op.alterSequence", storedObjects.sequence(operation.sequence()), storedObjects.sequence(before));
    }

    @Override
    public Code dropSequence(DropSequence operation) {
        if (operation.definition() == null) {
            return MethodChain.of("op.dropSequence", new StringCode(operation.name()));
        }
        requireName(operation.name(), operation.definition().name(), operation);
        return MethodChain.of("op.dropSequence", storedObjects.sequence(operation.definition()));
    }

    @Override
    public Code insertRows(InsertRows operation) {
        long mostRows =
                BYTES_OF_METHOD / (BYTES_OF_VALUE * (1L + operation.columns().size()));
        List<MethodChain.Call> calls = new ArrayList<>();
        calls.add(new MethodChain.Call("columns", KeyCode.names(operation.columns())));
        for (List<Literal> row : operation.rows()) {
            if (calls.size() > mostRows) {
                throw SourceException.notExpressible(
                        operation.description(), "a Java method cannot contain so many rows");
            }
            calls.add(new MethodChain.Call("values", values.values(row)));
        }
        boolean areFew = calls.size() - 1 <= FEW_ROWS;
        List<Code> statements = areFew
                ? List.of(MethodChain.on("rows", calls))
                : calls.stream()
                        .<Code>map(call -> MethodChain.on("rows", List.of(call)))
                        .toList();
        return MethodChain.of("op.insert", new StringCode(operation.table()), new Lambda("rows", statements));
    }

    @Override
    public Code executeSql(ExecuteSql operation) {
        if (operation.reverse() != null && operation.parameters().isEmpty()) {
            return MethodChain.of(
                    "op.executeReversible",
                    new SqlCode(operation.sql(), false),
                    new SqlCode(operation.reverse(), false));
        }
        List<Code> arguments = new ArrayList<>(List.of(new SqlCode(operation.sql(), false)));
        arguments.addAll(values.values(operation.parameters()));
        return MethodChain.of("op.execute", arguments);
    }

    @Override
    public Code executeScript(ExecuteScript operation) {
        Code text = new SqlCode(operation.text(), false);
        return operation.name().equals(ExecuteScript.UNNAMED)
                ? MethodChain.of("op.scriptText", text)
                : MethodChain.of("op.namedScript", new StringCode(operation.name()), text);
    }

    @Override
    public Code runCode(RunCode operation) {
        throw SourceException.notExpressible(
                operation.description(), "it runs Java code, which cannot be written to a file");
    }

    private static void requireName(String name, String ofDefinition, Operation operation) {
        if (!name.equals(ofDefinition)) {
            throw SourceException.notExpressible(operation.description(), "its definition has another name");
        }
    }
}
