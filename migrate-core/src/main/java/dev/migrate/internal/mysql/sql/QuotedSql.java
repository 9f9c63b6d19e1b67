package dev.migrate.internal.mysql.sql;

import java.util.function.UnaryOperator;

/** Parses strings and names that the server has quoted in a session without ANSI_QUOTES and NO_BACKSLASH_ESCAPES. */
public final class QuotedSql {

    private QuotedSql() {}

    /**
     * Parses a string.
     *
     * @param quoted the text with its quotes
     * @return the string between the quotes, unescaped
     */
    public static String text(String quoted) {
        return unescaped(quoted.substring(1, quoted.length() - 1).replace("''", "'"));
    }

    /**
     * Removes the quotes of a name.
     *
     * @param quoted the name, quoted or not
     * @return the unquoted name
     */
    public static String name(String quoted) {
        return quoted.startsWith("`") ? quoted.substring(1, quoted.length() - 1).replace("``", "`") : quoted;
    }

    /**
     * Checks for a single quoted string.
     *
     * @param sql some SQL
     * @return true if it is a single quoted string
     */
    public static boolean isText(String sql) {
        return sql.length() > 1 && sql.charAt(0) == '\'' && Tokens.endOfToken(sql, 0) == sql.length();
    }

    /**
     * Changes the text outside of quotes; strings and names are kept.
     *
     * @param sql some SQL
     * @param change the change of the other text
     * @return the changed SQL
     */
    public static String outside(String sql, UnaryOperator<String> change) {
        StringBuilder changed = new StringBuilder();
        int start = 0;
        for (int at = 0; at < sql.length(); at++) {
            if ("'`\"".indexOf(sql.charAt(at)) >= 0) {
                int end = Tokens.endOfToken(sql, at);
                changed.append(change.apply(sql.substring(start, at))).append(sql, at, end);
                start = end;
                at = end - 1;
            }
        }
        return changed.append(change.apply(sql.substring(start))).toString();
    }

    /** Removes one level of backslashes. */
    public static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                plain.append(meaningOf(text.charAt(i)));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static char meaningOf(char escaped) {
        return switch (escaped) {
            case '0' -> '\0';
            case 'b' -> '\b';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'Z' -> '\u001A';
            default -> escaped;
        };
    }
}
