package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Effect;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddForeignKey;
import dev.migrate.operation.AddUniqueConstraint;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropForeignKey;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.DropUniqueConstraint;
import dev.migrate.operation.ExecuteScript;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.OperationVisitor;
import java.util.List;
import java.util.stream.Collectors;

/** Writes each operation as the statements that do it. */
final class StatementWriter implements OperationVisitor<List<Statement>> {

    private final Definitions definitions;
    private final ScriptWriter scripts;

    StatementWriter(Definitions definitions, ScriptWriter scripts) {
        this.definitions = definitions;
        this.scripts = scripts;
    }

    @Override
    public List<Statement> createTable(CreateTable operation) {
        return ddl("CREATE TABLE " + definitions.table(operation.table()));
    }

    @Override
    public List<Statement> dropTable(DropTable operation) {
        return ddl("DROP TABLE " + Quoting.name(operation.table()));
    }

    @Override
    public List<Statement> addColumn(AddColumn operation) {
        return alter(operation.table(), "ADD COLUMN " + definitions.column(operation.column()));
    }

    @Override
    public List<Statement> dropColumn(DropColumn operation) {
        return alter(operation.table(), "DROP COLUMN " + Quoting.name(operation.column()));
    }

    @Override
    public List<Statement> createIndex(CreateIndex operation) {
        return alter(operation.table(), "ADD " + definitions.index(operation.index()));
    }

    @Override
    public List<Statement> dropIndex(DropIndex operation) {
        return alter(operation.table(), "DROP INDEX " + Quoting.name(operation.index()));
    }

    @Override
    public List<Statement> addUniqueConstraint(AddUniqueConstraint operation) {
        return alter(operation.table(), "ADD " + definitions.index(operation.constraint()));
    }

    @Override
    public List<Statement> dropUniqueConstraint(DropUniqueConstraint operation) {
        return alter(operation.table(), "DROP INDEX " + Quoting.name(operation.constraint()));
    }

    @Override
    public List<Statement> addForeignKey(AddForeignKey operation) {
        return alter(operation.table(), "ADD " + definitions.foreignKey(operation.foreignKey()));
    }

    @Override
    public List<Statement> dropForeignKey(DropForeignKey operation) {
        return alter(operation.table(), "DROP FOREIGN KEY " + Quoting.name(operation.foreignKey()));
    }

    @Override
    public List<Statement> insertRows(InsertRows operation) {
        String rows = operation.rows().stream().map(Quoting::literals).collect(Collectors.joining(",\n  "));
        return List.of(new Statement(
                "INSERT INTO " + Quoting.name(operation.table()) + " " + Quoting.names(operation.columns())
                        + " VALUES\n  " + rows,
                Effect.TRANSACTIONAL));
    }

    @Override
    public List<Statement> executeSql(ExecuteSql operation) {
        return List.of(new Statement(operation.sql(), PlainSql.effectOf(operation.sql())));
    }

    @Override
    public List<Statement> executeScript(ExecuteScript operation) {
        return scripts.statements(operation);
    }

    private static List<Statement> alter(String table, String change) {
        return ddl("ALTER TABLE " + Quoting.name(table) + " " + change);
    }

    private static List<Statement> ddl(String sql) {
        return List.of(new Statement(sql, Effect.COMMITS_BY_ITSELF));
    }
}
