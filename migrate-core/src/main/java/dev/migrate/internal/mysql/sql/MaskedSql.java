package dev.migrate.internal.mysql.sql;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Masks the passwords in statements that are shown or stored. Stateless. */
public final class MaskedSql {

    private static final String MASK = "'***'";

    /** The syntax in which most is a quoted string. */
    private static final SqlSyntax SYNTAX = new SqlSyntax(false, true, true);

    /** {@code mysql://user:password@host} in a string; a password may contain an at sign. */
    private static final Pattern URL = Pattern.compile("(\\w+://[^\\s'\"/:@]*:)[^\\s'\"]*@");

    /** {@code password "x"} in the comment of a table that is elsewhere. */
    private static final Pattern OPTION = Pattern.compile("(?i)(password\\s*[= ]\\s*\\\\?[\"'])[^\"']*");

    private final String sql;
    private final List<StatementToken> tokens;
    private final StringBuilder masked = new StringBuilder();
    private int copied;

    private MaskedSql(String sql) {
        this.sql = sql;
        this.tokens = StatementTokens.of(sql, SYNTAX);
    }

    /**
     * Masks passwords.
     *
     * @param sql the statement
     * @return the statement with {@code '***'} in place of each password
     */
    public static String of(String sql) {
        // Most statements have none.
        String upper = sql.toUpperCase(Locale.ROOT);
        boolean mayHave = upper.contains("IDENTIFIED") || upper.contains("PASSWORD") || upper.contains("://");
        return mayHave ? new MaskedSql(sql).masked() : sql;
    }

    private String masked() {
        for (int i = 0; i < tokens.size(); i++) {
            StatementToken token = tokens.get(i);
            if (isSecret(i)) {
                replace(token, MASK);
            } else if (token.kind() == StatementToken.Kind.TEXT) {
                replace(token, maskedText(token.text()));
            }
        }
        return masked.append(sql, copied, sql.length()).toString();
    }

    private void replace(StatementToken token, String text) {
        masked.append(sql, copied, token.start()).append(text);
        copied = token.end();
    }

    /** Whether a token is a password: a string, also one in hexadecimal. */
    private boolean isSecret(int index) {
        StatementToken token = tokens.get(index);
        boolean isValue =
                token.kind() == StatementToken.Kind.TEXT || token.text().startsWith("0x");
        return isValue && isBehindPassword(index - 1);
    }

    private boolean isBehindPassword(int index) {
        if (index >= 0 && tokens.get(index).isSign('=') && startsWith("SET", "PASSWORD")) {
            return true;
        }
        int at = index;
        while (at >= 0 && isBetween(at)) {
            at--;
        }
        if (at < 0 || tokens.get(at).kind() != StatementToken.Kind.WORD) {
            return false;
        }
        String word = tokens.get(at).text().toUpperCase(Locale.ROOT);
        return switch (word) {
            case "BY", "AS", "USING" -> isIdentified(at);
            case "REPLACE" -> startsWith("ALTER", "USER") || startsWith("SET", "PASSWORD");
            default -> word.endsWith("PASSWORD");
        };
    }

    /** Signs, and the character set of a string. */
    private boolean isBetween(int index) {
        StatementToken token = tokens.get(index);
        boolean isIntroducer = token.text().startsWith("_") || token.is("N") || token.is("X");
        return token.isSign('=') || token.isSign('(') || token.isSign(':') || isIntroducer;
    }

    /** {@code IDENTIFIED BY}, {@code IDENTIFIED WITH plugin AS}, {@code OR plugin USING}, {@code IDENTIFIED BY PASSWORD}. */
    private boolean isIdentified(int index) {
        for (int i = index - 1; i >= Math.max(0, index - 8); i--) {
            if (tokens.get(i).is("IDENTIFIED")) {
                return true;
            }
        }
        return false;
    }

    private boolean startsWith(String... words) {
        return new StatementReader(tokens).isAt(words);
    }

    /** A string may be a statement itself. */
    private String maskedText(String text) {
        if (text.charAt(0) == '\'' && text.length() > 1 && hasStatements()) {
            String statement = QuotedSql.text(text);
            String hidden = of(statement);
            if (!hidden.equals(statement)) {
                return Quoting.text(hidden);
            }
        }
        return OPTION.matcher(URL.matcher(text).replaceAll("$1***@")).replaceAll("$1***");
    }

    private boolean hasStatements() {
        return startsWith("PREPARE") || startsWith("SET") || startsWith("EXECUTE");
    }
}
