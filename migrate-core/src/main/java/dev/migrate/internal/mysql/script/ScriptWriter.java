package dev.migrate.internal.mysql.script;

import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.operation.ExecuteScript;
import dev.migrate.provider.ScriptStatement;
import java.util.List;

/** Splits a script into its statements and classifies them. A script of comments has none. */
public final class ScriptWriter {

    private final SqlSyntax syntax;

    public ScriptWriter(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    public List<ScriptStatement> statements(ExecuteScript script) {
        return ScriptSplitter.split(script.name(), script.text(), syntax).stream()
                .filter(segment -> segment.kind() == ScriptPart.Kind.STATEMENT)
                .map(segment -> new ScriptStatement(RawSql.statement(segment.text(), syntax), segment.line()))
                .toList();
    }
}
