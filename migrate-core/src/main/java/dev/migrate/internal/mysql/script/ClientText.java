package dev.migrate.internal.mysql.script;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.internal.mysql.sql.SqlLexer;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Writes a statement so that the command-line clients of MySQL and MariaDB send it unchanged: in the simplest form that
 * {@link ScriptSplitter} reads back as this statement.
 */
public final class ClientText {

    private static final String SEMICOLON = ";";

    /** An additional statement, because the end of a statement is visible only if another one follows. */
    private static final String NEXT = "DO 0";

    private final SqlSyntax syntax;

    public ClientText(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    /**
     * Writes a statement.
     *
     * @throws InvalidMigrationException if the client would not send it as one, whatever the delimiter is
     */
    public String of(String sql) {
        String text = SqlLexer.stripped(withoutCarriageReturns(sql));
        String delimited = delimited(text);
        List<String> wanted = sent(delimited);
        if (wanted.size() != 2) {
            throw notOne(sql);
        }
        return Stream.of(text + SEMICOLON, text + "\n" + SEMICOLON)
                .filter(form -> isSentAs(form, wanted))
                .findFirst()
                .orElse(delimited);
    }

    private boolean isSentAs(String form, List<String> wanted) {
        try {
            return sent(form).equals(wanted);
        } catch (InvalidMigrationException e) {
            return false;
        }
    }

    /** Returns the text that the client sends for a script and the statement after it. */
    private List<String> sent(String script) {
        String whole = script + "\n" + NEXT + SEMICOLON;
        return ScriptSplitter.split("made of a statement for the command-line client", whole, syntax).stream()
                .filter(segment -> segment.kind() == ScriptPart.Kind.STATEMENT)
                .map(ScriptPart::text)
                .toList();
    }

    private static String delimited(String text) {
        String delimiter = "$$";
        // The client compares delimiters case-insensitively.
        for (int i = 1; text.toLowerCase(Locale.ROOT).contains(delimiter); i++) {
            delimiter = "$" + i + "$";
        }
        return "DELIMITER " + delimiter + "\n" + text + "\n" + delimiter + "\nDELIMITER " + SEMICOLON;
    }

    /**
     * Escapes carriage returns and NUL in strings. The client converts CR LF to LF even between quotes, and rejects
     * NUL, except with {@code --binary-mode}.
     */
    private String withoutCarriageReturns(String sql) {
        if (sql.indexOf('\r') < 0 && sql.indexOf('\0') < 0) {
            return sql;
        }
        StringBuilder out = new StringBuilder();
        SqlLexer lexer = new SqlLexer(sql, syntax);
        while (lexer.next()) {
            String token = sql.substring(lexer.start(), lexer.end());
            boolean isText = lexer.kind() == SqlLexer.Kind.QUOTED && syntax.isEscaping(token.charAt(0));
            out.append(isText ? token.replace("\r", "\\r").replace("\0", "\\0") : token);
        }
        return out.toString();
    }

    private static InvalidMigrationException notOne(String sql) {
        return InvalidMigrationException.scriptSyntax(
                "made of a statement for the command-line client",
                1,
                1,
                "the client would not send this as one statement: " + sql.strip(),
                "Write one statement in each execute, and scripts with scriptText.");
    }
}
