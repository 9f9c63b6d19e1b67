package dev.migrate.internal.mysql.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * SQL of the server's own making, cut at its outermost level: a quoted text, a quoted name, a comment and everything
 * between a pair of parentheses is one token. Texts are quoted with {@code '}, names with {@code `}; the session sees to
 * that. What users write can be cut by {@link SqlLexer} only.
 */
public final class Tokens {

    private Tokens() {}

    /**
     * Cuts at every token.
     *
     * @param sql the text
     * @return its words, texts, names, groups and signs, without the blanks between them
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
     * Cuts at the blanks.
     *
     * @param sql the text
     * @return words, each with the parentheses and the quoted text that follow it without a blank
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
     * Cuts at the commas of the outermost level.
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
     * Takes away the parentheses around all of a text, however many there are.
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
     * Finds where what starts at a place ends: one character for signs and blanks.
     *
     * @param sql the text
     * @param start the place
     * @return the place behind the token
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

    /** A doubled quote stands for one; in a text, and only there, a backslash takes the next character's meaning. */
    private static int endOfQuoted(String sql, int start) {
        char quote = sql.charAt(start);
        int at = start + 1;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == '\\' && quote != '`') {
                at += 2;
            } else if (c != quote) {
                at++;
            } else if (at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
                at += 2;
            } else {
                return at + 1;
            }
        }
        return sql.length();
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c >= 0x80;
    }
}
