package dev.migrate.dialect.mysql;

import dev.migrate.dialect.ScriptStatement;
import dev.migrate.dialect.ScriptSyntaxException;
import dev.migrate.operation.ExecuteScript;
import java.util.List;

/** Writes a script as the statements that it is made of. */
final class ScriptWriter {

    private final SqlSyntax syntax;

    ScriptWriter(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    List<ScriptStatement> statements(ExecuteScript script) {
        List<ScriptStatement> statements = ScriptSplitter.split(script.name(), script.text(), syntax).stream()
                .filter(segment -> segment.kind() == Segment.Kind.STATEMENT)
                .map(segment -> new ScriptStatement(PlainSql.statement(segment.text()), segment.line()))
                .toList();
        if (statements.isEmpty()) {
            throw new ScriptSyntaxException(
                    script.name(), 1, 1, "there is no statement in it", "Look whether it is the right one.");
        }
        return statements;
    }
}
