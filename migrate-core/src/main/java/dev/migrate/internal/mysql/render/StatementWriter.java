package dev.migrate.internal.mysql.render;

import dev.migrate.internal.mysql.effect.EffectCheckWriter;
import dev.migrate.internal.mysql.script.RawSql;
import dev.migrate.internal.mysql.script.ScriptWriter;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.ChangeTableOptions;
import dev.migrate.operation.ConvertCharset;
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
import dev.migrate.operation.RedefineColumn;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.TableChange;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.PlannedStatement.Effect;
import dev.migrate.provider.ScriptStatement;
import dev.migrate.provider.SessionUse.Trait;
import dev.migrate.schema.CreationContext;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.ScheduledEvent;
import java.util.ArrayList;
import java.util.List;

/** Renders each operation. */
final class StatementWriter implements OperationVisitor<List<PlannedStatement>> {

    private final Definitions definitions;
    private final ChangeWriter changes;
    private final SqlSyntax syntax;
    private final EffectCheckWriter traces;
    private final SequenceWriter sequences;

    StatementWriter(
            Definitions definitions,
            ChangeWriter changes,
            SqlSyntax syntax,
            EffectCheckWriter traces,
            SequenceWriter sequences) {
        this.sequences = sequences;
        this.definitions = definitions;
        this.changes = changes;
        this.syntax = syntax;
        this.traces = traces;
    }

    @Override
    public List<PlannedStatement> createTable(CreateTable operation) {
        PlannedStatement.Sql statement = statement(operation, "CREATE TABLE " + definitions.table(operation.table()));
        boolean isExplicit = operation.table().columns().stream().noneMatch(ColumnWriter::hasImplicitDefault);
        return List.of(isExplicit ? statement : statement.with(Trait.NEEDS_EXPLICIT_DEFAULTS));
    }

    @Override
    public List<PlannedStatement> dropTable(DropTable operation) {
        return ddl(operation, "DROP TABLE " + Quoting.name(operation.table()));
    }

    @Override
    public List<PlannedStatement> renameTable(RenameTable operation) {
        return ddl(
                operation,
                "ALTER TABLE " + Quoting.name(operation.from()) + " RENAME TO " + Quoting.name(operation.to()));
    }

    @Override
    public List<PlannedStatement> changeTable(TableChange operation) {
        return alter(operation, operation.table(), List.of(operation), "");
    }

    @Override
    public List<PlannedStatement> alterTable(AlterTable operation) {
        String condition = switch (operation.condition()) {
            case NONE -> "";
            case NO_LOCK -> "LOCK=NONE";
            case INSTANT_ONLY -> "ALGORITHM=INSTANT";
        };
        return alter(operation, operation.table(), operation.changes(), condition);
    }

    @Override
    public List<PlannedStatement> createView(CreateView operation) {
        return program(
                operation,
                StoredObjectWriter.view(operation.view()),
                operation.view().context());
    }

    @Override
    public List<PlannedStatement> dropView(DropView operation) {
        return ddl(operation, "DROP VIEW " + Quoting.name(operation.name()));
    }

    @Override
    public List<PlannedStatement> createTrigger(CreateTrigger operation) {
        return program(
                operation,
                StoredObjectWriter.trigger(operation.trigger()),
                operation.trigger().context());
    }

    @Override
    public List<PlannedStatement> dropTrigger(DropTrigger operation) {
        return ddl(operation, "DROP TRIGGER " + Quoting.name(operation.name()));
    }

    @Override
    public List<PlannedStatement> createRoutine(CreateRoutine operation) {
        return program(
                operation,
                StoredObjectWriter.routine(operation.routine()),
                operation.routine().context());
    }

    @Override
    public List<PlannedStatement> dropRoutine(DropRoutine operation) {
        return ddl(operation, "DROP " + operation.kind() + " " + Quoting.name(operation.name()));
    }

    @Override
    public List<PlannedStatement> createEvent(CreateEvent operation) {
        ScheduledEvent event = operation.event();
        PlannedStatement.Sql statement = statement(operation, StoredObjectWriter.event(event));
        return SessionContext.around(statement.with(Trait.HANDWRITTEN), event.context(), event.timeZone());
    }

    @Override
    public List<PlannedStatement> dropEvent(DropEvent operation) {
        return ddl(operation, "DROP EVENT " + Quoting.name(operation.name()));
    }

    @Override
    public List<PlannedStatement> createSequence(CreateSequence operation) {
        return ddl(operation, "CREATE SEQUENCE " + sequences.definition(operation.sequence()));
    }

    @Override
    public List<PlannedStatement> alterSequence(AlterSequence operation) {
        return sequences.changes(operation.sequence(), operation.before()).stream()
                .<PlannedStatement>map(sql -> statement(operation, sql))
                .toList();
    }

    @Override
    public List<PlannedStatement> dropSequence(DropSequence operation) {
        sequences.require(operation.name());
        return ddl(operation, "DROP SEQUENCE " + Quoting.name(operation.name()));
    }

    @Override
    public List<PlannedStatement> insertRows(InsertRows operation) {
        return InsertWriter.write(operation);
    }

    @Override
    public List<PlannedStatement> executeSql(ExecuteSql operation) {
        String sql = RawSql.withParameters(operation.sql(), operation.parameters(), syntax);
        return List.of(RawSql.statement(sql, syntax));
    }

    @Override
    public List<PlannedStatement> executeScript(ExecuteScript operation) {
        return new ScriptWriter(syntax)
                .statements(operation).stream()
                        .<PlannedStatement>map(ScriptStatement::statement)
                        .toList();
    }

    @Override
    public List<PlannedStatement> runCode(RunCode operation) {
        return List.of(new PlannedStatement.Code(operation.description(), operation.work()));
    }

    private List<PlannedStatement> alter(
            Operation operation, String table, List<TableChange> tableChanges, String condition) {
        List<AlterClause> clauses = new ArrayList<>();
        for (TableChange change : tableChanges) {
            clauses.add(change.accept(changes));
        }
        if (!condition.isEmpty()) {
            clauses.add(AlterClause.of(condition));
        }
        boolean changesEncoding = tableChanges.stream().anyMatch(StatementWriter::changesEncoding);
        PlannedStatement statement = AlterStatement.of(table, clauses, changesEncoding, operation.accept(traces));
        boolean isExplicit = tableChanges.stream().noneMatch(StatementWriter::hasImplicitDefault);
        return List.of(
                !isExplicit && statement instanceof PlannedStatement.Sql sql
                        ? sql.with(Trait.NEEDS_EXPLICIT_DEFAULTS)
                        : statement);
    }

    private static boolean hasImplicitDefault(TableChange change) {
        return (change instanceof AddColumn added && ColumnWriter.hasImplicitDefault(added.column()))
                || (change instanceof RedefineColumn redefined
                        && ColumnWriter.hasImplicitDefault(redefined.definition()));
    }

    private static boolean changesEncoding(TableChange change) {
        return change instanceof ConvertCharset
                || (change instanceof ChangeTableOptions options
                        && !options.options().encoding().equals(Encoding.INHERITED));
    }

    private List<PlannedStatement> program(Operation operation, String sql, CreationContext context) {
        return SessionContext.around(statement(operation, sql).with(Trait.HANDWRITTEN), context);
    }

    private List<PlannedStatement> ddl(Operation operation, String sql) {
        return List.of(statement(operation, sql));
    }

    private PlannedStatement.Sql statement(Operation operation, String sql) {
        return new PlannedStatement.Sql(sql, Effect.IMPLICIT_COMMIT, operation.accept(traces));
    }
}
