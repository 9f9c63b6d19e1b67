package dev.migrate.internal.mysql.script;

import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.internal.mysql.sql.StatementReader;
import dev.migrate.internal.mysql.sql.StatementToken;
import dev.migrate.internal.mysql.sql.StatementTokens;
import dev.migrate.provider.SqlLine;
import java.util.List;
import java.util.Locale;

/**
 * The client character set that a script sets, for instance with {@code SET NAMES latin1}. A client sends the bytes of
 * the file, but a driver sends UTF-8, so a statement with other characters than ASCII is surrounded by statements that set
 * UTF-8 and restore the character set of the script. Not thread-safe.
 */
final class ClientCharset {

    private static final String CLIENT = "character_set_client";
    private static final String UTF8 = "utf8mb4";
    private static final int END_OF_ASCII = 128;

    private final SqlSyntax syntax;
    private String charset = UTF8;

    ClientCharset(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    /** Returns the next statement of the script, and those around it that let the server read it. */
    List<SqlLine> readable(SqlLine line) {
        StatementReader words = new StatementReader(StatementTokens.of(line.sql(), syntax));
        if (words.skip("SET")) {
            SetStatement.of(words).assignments().forEach(this::read);
        }
        if (charset.startsWith("utf8") || line.sql().chars().allMatch(character -> character < END_OF_ASCII)) {
            return List.of(line);
        }
        return List.of(set(UTF8, line), line, set(charset, line));
    }

    private static SqlLine set(String charset, SqlLine line) {
        return new SqlLine("SET SESSION " + CLIENT + " = " + charset, line.line());
    }

    private void read(SetStatement.Assignment assignment) {
        StatementReader value = new StatementReader(assignment.value());
        boolean isNames = value.skip("NAMES") || value.skip("CHARACTER", "SET") || value.skip("CHARSET");
        StatementToken name = value.peek();
        if (name != null && (isNames || assignment.name().equals(CLIENT))) {
            boolean isText = name.isName() || name.kind() == StatementToken.Kind.TEXT;
            // A variable restores what the script has found, which is UTF-8.
            charset = isText && !name.is("DEFAULT") ? unquoted(name) : UTF8;
        }
    }

    private static String unquoted(StatementToken token) {
        return (token.kind() == StatementToken.Kind.WORD
                        ? token.text()
                        : token.text().substring(1, token.text().length() - 1))
                .toLowerCase(Locale.ROOT);
    }
}
