package dev.migrate.internal.mysql.script;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.internal.mysql.sql.SqlLexer;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.internal.mysql.sql.StatementToken;
import dev.migrate.internal.mysql.sql.StatementTokens;
import dev.migrate.operation.ExecuteScript;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.ScriptStatement;
import dev.migrate.provider.SqlLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the statements of a script as the client and the server do together. The client sends what it finds between two
 * delimiters, with LF for CR LF; the server executes each statement of it. A script of comments has no statements.
 */
public final class ScriptWriter {

    private final SqlSyntax syntax;

    public ScriptWriter(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    /** Returns the statements of a script of a migration, classified. */
    public List<ScriptStatement> statements(ExecuteScript script) {
        return lines(script.name(), script.text()).stream()
                .map(line -> new ScriptStatement(statement(script.name(), line), line.line()))
                .toList();
    }

    private PlannedStatement.Sql statement(String script, SqlLine line) {
        try {
            return RawSql.statement(line.sql(), syntax).in(script, line.line());
        } catch (InvalidMigrationException e) {
            throw InvalidMigrationException.inScript(script, line.line(), e);
        }
    }

    /** Returns the statements of a script. */
    List<SqlLine> lines(String name, String text) {
        List<SqlLine> lines = new ArrayList<>();
        ClientCharset charset = new ClientCharset(syntax);
        for (ScriptPart part : ScriptSplitter.split(name, text.replace("\r\n", "\n"), syntax)) {
            if (part.kind() == ScriptPart.Kind.STATEMENT) {
                separated(part).forEach(line -> lines.addAll(charset.readable(line)));
            }
        }
        return lines;
    }

    private List<SqlLine> separated(ScriptPart written) {
        ScriptPart part = new ScriptPart(written.kind(), withoutContinuations(written.text()), written.line());
        List<StatementToken> tokens = StatementTokens.of(part.text(), syntax);
        Set<Integer> hidden = semicolonsInVersionComments(part.text());
        List<SqlLine> lines = new ArrayList<>();
        int start = 0;
        for (int index : StatementEnds.of(tokens)) {
            StatementToken semicolon = tokens.get(index);
            if (!hidden.contains(semicolon.start())) {
                add(lines, part, start, semicolon.start());
                start = semicolon.end();
            }
        }
        add(lines, part, start, part.text().length());
        return lines;
    }

    /** The client does not send a backslash at the end of a line, in quotes or elsewhere. */
    private String withoutContinuations(String text) {
        if (!text.contains("\\\n")) {
            return text;
        }
        StringBuilder sent = new StringBuilder();
        SqlLexer lexer = new SqlLexer(text, syntax);
        while (lexer.next()) {
            String token = text.substring(lexer.start(), lexer.end());
            switch (lexer.kind()) {
                case BACKSLASH -> sent.append(token.equals("\\\n") ? "\n" : token);
                case QUOTED -> sent.append(syntax.isEscaping(token.charAt(0)) ? withoutEscapedLineFeeds(token) : token);
                default -> sent.append(token);
            }
        }
        return sent.toString();
    }

    private static String withoutEscapedLineFeeds(String quoted) {
        StringBuilder sent = new StringBuilder();
        int at = 0;
        while (at < quoted.length()) {
            int length = quoted.charAt(at) == '\\' ? 2 : 1;
            String character = quoted.substring(at, at + length);
            sent.append(character.equals("\\\n") ? "\n" : character);
            at += length;
        }
        return sent.toString();
    }

    private static void add(List<SqlLine> lines, ScriptPart part, int start, int end) {
        String text = part.text().substring(start, end);
        int line = part.line() + lineFeeds(part.text().substring(0, start)) + lineFeeds(leadingSpace(text));
        String sql = withoutSemicolons(text);
        if (!sql.isEmpty()) {
            lines.add(new SqlLine(sql, line));
        }
    }

    /** The server ignores semicolons at the end. */
    private static String withoutSemicolons(String text) {
        String rest = SqlLexer.stripped(text);
        while (rest.endsWith(";")) {
            rest = SqlLexer.stripped(rest.substring(0, rest.length() - 1));
        }
        return rest;
    }

    private static String leadingSpace(String text) {
        int end = 0;
        while (end < text.length() && SqlLexer.isSpace(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }

    private static int lineFeeds(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    private Set<Integer> semicolonsInVersionComments(String sql) {
        Set<Integer> hidden = new HashSet<>();
        SqlLexer lexer = new SqlLexer(sql, syntax);
        while (lexer.next()) {
            if (lexer.isInVersionComment() && sql.charAt(lexer.start()) == ';') {
                hidden.add(lexer.start());
            }
        }
        return hidden;
    }
}
