package dev.migrate.internal.mysql.script;

import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.internal.mysql.sql.StatementToken;
import dev.migrate.internal.mysql.sql.StatementTokens;
import dev.migrate.operation.ExecuteScript;
import dev.migrate.operation.ScriptPlaceholders;
import dev.migrate.provider.ScriptDialect;
import dev.migrate.provider.ScriptStatement;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.SqlLine;
import dev.migrate.schema.Schema;
import dev.migrate.schema.ServerDefaults;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads and writes scripts as the clients {@code mysql} and {@code mariadb} do. */
public final class MySqlScriptDialect implements ScriptDialect {

    private final SqlSyntax syntax;

    public MySqlScriptDialect(ServerVersion server) {
        syntax = SqlSyntax.of(server);
    }

    @Override
    public List<ScriptStatement> split(ExecuteScript script) {
        return new ScriptWriter(syntax).statements(script);
    }

    @Override
    public ExecuteScript replaced(ExecuteScript script, ScriptPlaceholders placeholders) {
        return placeholders.isEmpty() ? script : new PlaceholderText(script, placeholders, syntax).replaced();
    }

    @Override
    public List<SqlLine> splitSchema(String name, String text) {
        return new ScriptWriter(syntax).lines(name, text);
    }

    @Override
    public List<String> cleaningUp(List<String> statements) {
        return TemporaryTables.createdBy(statements, syntax).stream()
                .map(name -> "DROP TEMPORARY TABLE IF EXISTS " + Quoting.name(name))
                .toList();
    }

    @Override
    public Optional<String> outsideOfDatabase(String sql, List<String> before) {
        return new SchemaScriptReach(before, syntax).of(StatementTokens.of(sql, syntax));
    }

    @Override
    public Optional<String> preparedText(String sql) {
        StatementToken text = SchemaScriptReach.prepared(StatementTokens.of(sql, syntax));
        return Optional.ofNullable(text).map(found -> "SELECT " + sql.substring(found.start(), found.end()));
    }

    @Override
    public Schema specifiedBy(List<String> statements, Schema schema, ServerDefaults defaults) {
        SpecifiedAttributes specified = new SpecifiedAttributes();
        statements.forEach(sql -> specified.read(StatementTokens.of(sql, syntax)));
        return specified.in(schema, defaults);
    }

    @Override
    public String clientText(String sql) {
        return new ClientText(syntax).of(sql);
    }

    @Override
    public String normalized(String sql) {
        return StatementTokens.of(sql.replace("\r\n", "\n"), syntax).stream()
                .map(StatementToken::text)
                .collect(Collectors.joining(" "));
    }

    @Override
    public String clientCommand() {
        return "mysql DATABASE < FILE";
    }
}
