package dev.migrate.internal.mysql.sql;

import java.util.List;

/** Finds positions in statements written by the server by the words before them. */
public final class SqlText {

    private SqlText() {}

    /** Returns what follows the first occurrence of a sequence of words. */
    public static String behind(String sql, String... words) {
        return sql.substring(endOf(sql, List.of(words))).strip();
    }

    /** Returns what follows the name after a word. */
    public static String behindName(String sql, String word) {
        int name = skipBlanks(sql, endOf(sql, List.of(word)));
        return sql.substring(Tokens.endOfToken(sql, name)).strip();
    }

    /** Returns the offset after the first occurrence of a sequence of words. */
    public static int endOf(String sql, List<String> words) {
        int found = 0;
        int at = 0;
        while (at < sql.length()) {
            int start = skipBlanks(sql, at);
            if (start == sql.length()) {
                break;
            }
            at = Tokens.endOfToken(sql, start);
            String token = sql.substring(start, at);
            if (token.equalsIgnoreCase(words.get(found))) {
                found++;
            } else {
                found = token.equalsIgnoreCase(words.get(0)) ? 1 : 0;
            }
            if (found == words.size()) {
                return at;
            }
        }
        throw new IllegalArgumentException("There is no " + String.join(" ", words) + " in: " + sql);
    }

    private static int skipBlanks(String sql, int start) {
        int at = start;
        while (at < sql.length() && Character.isWhitespace(sql.charAt(at))) {
            at++;
        }
        return at;
    }
}
