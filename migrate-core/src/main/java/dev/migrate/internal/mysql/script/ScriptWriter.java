package dev.migrate.internal.mysql.script;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.operation.ExecuteScript;
import dev.migrate.provider.ScriptStatement;
import java.util.List;

/** Splits a script into its statements and classifies them. */
public final class ScriptWriter {

    private final SqlSyntax syntax;

    public ScriptWriter(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    public List<ScriptStatement> statements(ExecuteScript script) {
        List<ScriptStatement> statements = ScriptSplitter.split(script.name(), script.text(), syntax).stream()
                .filter(segment -> segment.kind() == ScriptPart.Kind.STATEMENT)
                .map(segment -> new ScriptStatement(RawSql.statement(segment.text(), syntax), segment.line()))
                .toList();
        if (statements.isEmpty()) {
            throw InvalidMigrationException.scriptSyntax(
                    script.name(), 1, 1, "it contains no statement", "Check whether it is the right script.");
        }
        return statements;
    }
}
