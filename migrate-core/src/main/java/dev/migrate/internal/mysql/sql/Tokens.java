package dev.migrate.internal.mysql.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * The tokens of SQL that the server has written, at its outermost level: a quoted string, a quoted name, a comment and a
 * pair of parentheses with its content are one token each. Strings are quoted with {@code '} and names with {@code `}; the
 * settings of the session ensure that. For SQL that people write, use {@link SqlLexer}.
 */
public final class Tokens {

    private Tokens() {}

    /**
     * Splits at every token.
     *
     * @param sql the text
     * @return its words, strings, names, groups and signs, without the white space between them
     */
    public static List<String> of(String sql) {
        List<String> tokens = new ArrayList<>();
        int at = 0;
        while (at < sql.length()) {
            if (Character.isWhitespace(sql.charAt(at))) {
                at++;
            } else {
                int end = endOfToken(sql, at);
                tokens.add(sql.substring(at, end));
                at = end;
            }
        }
        return tokens;
    }

    /**
     * Splits at white space.
     *
     * @param sql the text
     * @return words, each with the parentheses and the quoted text that follow it directly
     */
    public static List<String> words(String sql) {
        List<String> words = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < sql.length()) {
            if (Character.isWhitespace(sql.charAt(at))) {
                add(words, sql.substring(start, at));
                at++;
                start = at;
            } else {
                at = endOfToken(sql, at);
            }
        }
        add(words, sql.substring(start));
        return words;
    }

    private static void add(List<String> words, String word) {
        if (!word.isEmpty()) {
            words.add(word);
        }
    }

    /**
     * Splits at the commas of the outermost level.
     *
     * @param sql the text
     * @return the parts between them
     */
    public static List<String> list(String sql) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < sql.length()) {
            if (sql.charAt(at) == ',') {
                parts.add(sql.substring(start, at).strip());
                start = at + 1;
            }
            at = endOfToken(sql, at);
        }
        parts.add(sql.substring(start).strip());
        return parts;
    }

    /**
     * Removes all parentheses around the whole of a text.
     *
     * @param sql the text
     * @return the text without them
     */
    public static String unwrapped(String sql) {
        String inner = sql.strip();
        while (inner.startsWith("(") && endOfGroup(inner, 0) == inner.length()) {
            inner = inner.substring(1, inner.length() - 1).strip();
        }
        return inner;
    }

    /**
     * Finds the end of the token at an offset. A sign or a white space character is a token of its own.
     *
     * @param sql the text
     * @param start the offset
     * @return the offset after the token
     */
    public static int endOfToken(String sql, int start) {
        char first = sql.charAt(start);
        if (first == '\'' || first == '`' || first == '"') {
            return endOfQuoted(sql, start);
        }
        if (first == '(') {
            return endOfGroup(sql, start);
        }
        if (first == '/' && sql.startsWith("/*", start)) {
            int end = sql.indexOf("*/", start + 2);
            return end < 0 ? sql.length() : end + 2;
        }
        int at = start;
        while (at < sql.length() && isWordPart(sql.charAt(at))) {
            at++;
        }
        return at == start ? start + 1 : at;
    }

    private static int endOfGroup(String sql, int start) {
        int at = start + 1;
        while (at < sql.length() && sql.charAt(at) != ')') {
            at = endOfToken(sql, at);
        }
        return Math.min(at + 1, sql.length());
    }

    /** A backslash escapes in strings only. */
    private static int endOfQuoted(String sql, int start) {
        int end = SqlLexer.endOfQuoted(sql, start, sql.charAt(start) != '`');
        return end < 0 ? sql.length() : end;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c >= 0x80;
    }
}
