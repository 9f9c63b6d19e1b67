package dev.migrate.dialect.mysql;

import dev.migrate.dialect.ScriptStatement;
import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Effect;
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
import dev.migrate.schema.CreationContext;
import java.util.ArrayList;
import java.util.List;

/** Writes each operation as the statements that do it. */
final class StatementWriter implements OperationVisitor<List<Statement>> {

    private final Definitions definitions;
    private final ChangeWriter changes;
    private final SqlSyntax syntax;
    private final TraceWriter traces;

    StatementWriter(Definitions definitions, ChangeWriter changes, SqlSyntax syntax, TraceWriter traces) {
        this.definitions = definitions;
        this.changes = changes;
        this.syntax = syntax;
        this.traces = traces;
    }

    @Override
    public List<Statement> createTable(CreateTable operation) {
        return ddl(operation, "CREATE TABLE " + definitions.table(operation.table()));
    }

    @Override
    public List<Statement> dropTable(DropTable operation) {
        return ddl(operation, "DROP TABLE " + Quoting.name(operation.table()));
    }

    @Override
    public List<Statement> renameTable(RenameTable operation) {
        return ddl(
                operation,
                "ALTER TABLE " + Quoting.name(operation.from()) + " RENAME TO " + Quoting.name(operation.to()));
    }

    @Override
    public List<Statement> changeTable(TableChange operation) {
        return alter(operation, operation.table(), List.of(operation));
    }

    @Override
    public List<Statement> alterTable(AlterTable operation) {
        return alter(operation, operation.table(), operation.changes());
    }

    @Override
    public List<Statement> createView(CreateView operation) {
        return program(
                operation,
                ProgramWriter.view(operation.view()),
                operation.view().context());
    }

    @Override
    public List<Statement> dropView(DropView operation) {
        return ddl(operation, "DROP VIEW " + Quoting.name(operation.name()));
    }

    @Override
    public List<Statement> createTrigger(CreateTrigger operation) {
        return program(
                operation,
                ProgramWriter.trigger(operation.trigger()),
                operation.trigger().context());
    }

    @Override
    public List<Statement> dropTrigger(DropTrigger operation) {
        return ddl(operation, "DROP TRIGGER " + Quoting.name(operation.name()));
    }

    @Override
    public List<Statement> createRoutine(CreateRoutine operation) {
        return program(
                operation,
                ProgramWriter.routine(operation.routine()),
                operation.routine().context());
    }

    @Override
    public List<Statement> dropRoutine(DropRoutine operation) {
        return ddl(operation, "DROP " + operation.kind() + " " + Quoting.name(operation.name()));
    }

    @Override
    public List<Statement> insertRows(InsertRows operation) {
        return InsertWriter.write(operation);
    }

    @Override
    public List<Statement> executeSql(ExecuteSql operation) {
        String sql = PlainSql.withParameters(operation.sql(), operation.parameters(), syntax);
        return List.of(PlainSql.statement(sql));
    }

    @Override
    public List<Statement> executeScript(ExecuteScript operation) {
        return new ScriptWriter(syntax)
                .statements(operation).stream()
                        .<Statement>map(ScriptStatement::statement)
                        .toList();
    }

    @Override
    public List<Statement> runCode(RunCode operation) {
        return List.of(new Statement.Code(operation.description(), operation.work()));
    }

    private List<Statement> alter(Operation operation, String table, List<TableChange> tableChanges) {
        List<Clause> clauses = new ArrayList<>();
        for (TableChange change : tableChanges) {
            clauses.add(change.accept(changes));
        }
        return List.of(AlterStatement.of(table, clauses, operation.accept(traces)));
    }

    private List<Statement> program(Operation operation, String sql, CreationContext context) {
        return SessionContext.around(statement(operation, sql), context);
    }

    private List<Statement> ddl(Operation operation, String sql) {
        return List.of(statement(operation, sql));
    }

    private Statement.Sql statement(Operation operation, String sql) {
        return new Statement.Sql(sql, Effect.COMMITS_BY_ITSELF, operation.accept(traces));
    }
}
