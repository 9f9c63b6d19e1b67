package dev.migrate.internal.codegen;

import dev.migrate.error.SourceException;
import dev.migrate.operation.AlterTable;
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
import dev.migrate.operation.Operation;
import dev.migrate.operation.OperationVisitor;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.TableChange;
import dev.migrate.schema.Literal;
import dev.migrate.schema.Routine;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Writes an operation as a call of the recorder. */
final class OperationCode implements OperationVisitor<Code> {

    /** More rows than these are a statement each: a long chain is more than the compiler can swallow. */
    private static final int FEW_ROWS = 4;

    private static final int BYTES_OF_METHOD = 65_535;

    /** What a value costs at most, and what a row costs beside its values. */
    private static final int BYTES_OF_VALUE = 13;

    private final TableCode tables;
    private final ChangeCode changes;
    private final StoredObjectCode programs;
    private final ValueCode values;

    OperationCode(Imports imports) {
        tables = new TableCode(imports);
        changes = new ChangeCode(imports);
        programs = new StoredObjectCode(imports);
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
        if (operation.changes().size() == 1) {
            statements.add(MethodChain.of("t.keepSeparate"));
        }
        operation
                .changes()
                .forEach(change -> statements.add(change.accept(changes).inBlock()));
        return MethodChain.of("op.table", new StringCode(operation.table()), new Lambda("t", statements, true));
    }

    @Override
    public Code createView(CreateView operation) {
        return MethodChain.of("op.createView", programs.view(operation.view()));
    }

    @Override
    public Code dropView(DropView operation) {
        if (operation.definition() == null) {
            return MethodChain.of("op.dropView", new StringCode(operation.name()));
        }
        requireName(operation.name(), operation.definition().name(), operation);
        return MethodChain.of("op.dropView", programs.view(operation.definition()));
    }

    @Override
    public Code createTrigger(CreateTrigger operation) {
        return MethodChain.of("op.createTrigger", programs.trigger(operation.trigger()));
    }

    @Override
    public Code dropTrigger(DropTrigger operation) {
        if (operation.definition() == null) {
            return MethodChain.of("op.dropTrigger", new StringCode(operation.name()));
        }
        requireName(operation.name(), operation.definition().name(), operation);
        return MethodChain.of("op.dropTrigger", programs.trigger(operation.definition()));
    }

    @Override
    public Code createRoutine(CreateRoutine operation) {
        return MethodChain.of("op.createRoutine", programs.routine(operation.routine()));
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
        return MethodChain.of("op.dropRoutine", programs.routine(routine));
    }

    @Override
    public Code insertRows(InsertRows operation) {
        long bytesOfRow = BYTES_OF_VALUE * (1L + operation.columns().size());
        if (operation.rows().size() > BYTES_OF_METHOD / bytesOfRow) {
            throw SourceException.notExpressible(
                    operation.description(), "a method of Java does not hold so many rows");
        }
        List<MethodChain.Call> calls = new ArrayList<>();
        calls.add(new MethodChain.Call("columns", KeyCode.names(operation.columns())));
        for (List<Literal> row : operation.rows()) {
            calls.add(new MethodChain.Call("values", values.values(row)));
        }
        boolean areFew = operation.rows().size() <= FEW_ROWS;
        List<Code> statements = areFew
                ? List.of(MethodChain.on("rows", calls))
                : calls.stream()
                        .<Code>map(call -> MethodChain.on("rows", List.of(call)))
                        .toList();
        return MethodChain.of("op.insert", new StringCode(operation.table()), new Lambda("rows", statements));
    }

    @Override
    public Code executeSql(ExecuteSql operation) {
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
        throw SourceException.notExpressible(operation.description(), "its work is a piece of a running program");
    }

    private static void requireName(String name, String ofDefinition, Operation operation) {
        if (!name.equals(ofDefinition)) {
            throw SourceException.notExpressible(operation.description(), "it has the definition of another name");
        }
    }
}
