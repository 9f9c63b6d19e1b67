package dev.migrate.internal.mysql.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * The lexer for SQL as people write it: separates quotes and comments from the rest, as the servers do. Not thread-safe.
 *
 * <p>Each character belongs to exactly one token. Words and operators are not recognized: each of their characters is a
 * token of kind {@link Kind#OTHER}. For SQL that the server has written, {@link Tokens} is simpler and cuts more finely.
 */
public final class SqlLexer {

    /** The kind of a token. */
    public enum Kind {
        /** A run of white space. */
        SPACE,
        /** A comment or an optimizer hint; a line comment excludes the line feed. */
        COMMENT,
        /** The start of a comment whose content is SQL, including the exclamation mark. */
        VERSION_COMMENT_START,
        /** The end of such a comment. */
        VERSION_COMMENT_END,
        /** A string or a name with its quotes. */
        QUOTED,
        /** A backslash outside of quotes with the next character; not recognized in a version comment. */
        BACKSLASH,
        /** A quote or a comment that is not closed, up to the end of the text. */
        UNTERMINATED,
        /** Any other single character. */
        OTHER
    }

    private final String sql;
    private final SqlSyntax syntax;
    private Kind kind = Kind.SPACE;
    private int start;
    private int end;
    private boolean isInVersionComment;

    public SqlLexer(String sql, SqlSyntax syntax) {
        this.sql = sql;
        this.syntax = syntax;
    }

    /**
     * Finds the placeholders of a statement.
     *
     * @return the offsets of question marks outside of quotes and comments, in order
     */
    public static List<Integer> placeholders(String sql, SqlSyntax syntax) {
        SqlLexer lexer = new SqlLexer(sql, syntax);
        List<Integer> found = new ArrayList<>();
        while (lexer.next()) {
            if (lexer.kind == Kind.OTHER && sql.charAt(lexer.start) == '?') {
                found.add(lexer.start);
            }
        }
        return List.copyOf(found);
    }

    /** Checks for white space as the client and the servers do: without other control characters and Unicode spaces. */
    public static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /** Removes the white space around a text. */
    public static String stripped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (start < end && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Advances to the next token; returns false at the end of the text. */
    public boolean next() {
        start = end;
        if (start == sql.length()) {
            return false;
        }
        kind = read(sql.charAt(start));
        return true;
    }

    /** Continues at an offset that is not before the end of the current token. What is skipped is no token. */
    public void skipTo(int offset) {
        end = offset;
    }

    public Kind kind() {
        return kind;
    }

    /** The offset of the token's first character. */
    public int start() {
        return start;
    }

    /** The offset after the token's last character. */
    public int end() {
        return end;
    }

    public boolean isInVersionComment() {
        return isInVersionComment;
    }

    private Kind read(char first) {
        if (isSpace(first)) {
            return space();
        }
        if (first == '\'' || first == '"' || first == '`') {
            return quoted(first);
        }
        if (first == '#' || (first == '-' && isDashComment())) {
            int lineFeed = sql.indexOf('\n', start);
            return ending(Kind.COMMENT, lineFeed < 0 ? sql.length() : lineFeed);
        }
        if (first == '/' && sql.startsWith("/*", start)) {
            return comment();
        }
        if (isInVersionComment && sql.startsWith("*/", start)) {
            isInVersionComment = false;
            return ending(Kind.VERSION_COMMENT_END, start + 2);
        }
        if (first == '\\' && !isInVersionComment) {
            return ending(Kind.BACKSLASH, Math.min(start + 2, sql.length()));
        }
        return ending(Kind.OTHER, start + 1);
    }

    private Kind space() {
        int offset = start + 1;
        while (offset < sql.length() && isSpace(sql.charAt(offset))) {
            offset++;
        }
        return ending(Kind.SPACE, offset);
    }

    private Kind quoted(char quote) {
        int close = endOfQuoted(sql, start, syntax.isEscaping(quote));
        return close < 0 ? ending(Kind.UNTERMINATED, sql.length()) : ending(Kind.QUOTED, close);
    }

    /**
     * Finds the end of a quoted text or name.
     *
     * @param start the offset of the opening quote
     * @param isEscaping whether a backslash escapes the next character
     * @return the offset after the closing quote, or -1 if there is none
     */
    static int endOfQuoted(String sql, int start, boolean isEscaping) {
        char quote = sql.charAt(start);
        int offset = start + 1;
        while (offset < sql.length()) {
            char c = sql.charAt(offset);
            if (c == '\\' && isEscaping) {
                offset++;
            } else if (c == quote) {
                if (offset + 1 == sql.length() || sql.charAt(offset + 1) != quote) {
                    return offset + 1;
                }
                offset++;
            }
            offset++;
        }
        return -1;
    }

    /** Two dashes start a comment only before white space, a control character or the end: 1--1 is a difference. */
    private boolean isDashComment() {
        if (!sql.startsWith("--", start)) {
            return false;
        }
        return start + 2 == sql.length() || sql.charAt(start + 2) <= ' ' || sql.charAt(start + 2) == '\177';
    }

    private Kind comment() {
        boolean isVersionComment =
                sql.startsWith("!", start + 2) || (syntax.isMariaDb() && sql.startsWith("M!", start + 2));
        if (isVersionComment) {
            isInVersionComment = true;
            return ending(Kind.VERSION_COMMENT_START, sql.indexOf('!', start) + 1);
        }
        int close = sql.indexOf("*/", start + 2);
        return close < 0 ? ending(Kind.UNTERMINATED, sql.length()) : ending(Kind.COMMENT, close + 2);
    }

    private Kind ending(Kind found, int offset) {
        end = offset;
        return found;
    }
}
