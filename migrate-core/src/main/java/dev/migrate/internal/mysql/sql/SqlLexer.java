package dev.migrate.internal.mysql.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Walks once through SQL and tells quotes and comments from the rest, as the servers do. Not thread-safe.
 *
 * <p>Each character belongs to exactly one token. Words and operators are not known here: each of their characters is a
 * token {@link Kind#OTHER}.
 */
public final class SqlLexer {

    /** What a token is. */
    public enum Kind {
        /** White space, all that there is of it. */
        SPACE,
        /** A comment or an optimizer hint; one to the end of its line is without the line feed. */
        COMMENT,
        /** The beginning of a comment whose content is SQL, up to and with the exclamation mark. */
        VERSION_COMMENT_START,
        /** The end of such a comment. */
        VERSION_COMMENT_END,
        /** A text or a name with its quotes. */
        QUOTED,
        /** A backslash outside of quotes, with the character behind it; in a version comment it is not set apart. */
        BACKSLASH,
        /** A quote or a comment that never ends, up to the end of the text. */
        UNTERMINATED,
        /** One character of anything else. */
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
     * @return where there is a question mark outside of quotes and comments, in this order
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

    /** What both the client and the servers take for white space; control characters and Unicode's spaces are not. */
    public static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /** A text without the white space around it. */
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

    /** Goes on to the next token; false at the end of the text. */
    public boolean next() {
        start = end;
        if (start == sql.length()) {
            return false;
        }
        kind = read(sql.charAt(start));
        return true;
    }

    /** Goes on at an offset, which is not before the end of the present token. What lies between is no token. */
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

    /** The offset behind the token: where the next one starts. */
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
        boolean isEscaping = syntax.isEscaping(quote);
        int offset = start + 1;
        while (offset < sql.length()) {
            char c = sql.charAt(offset);
            if (c == '\\' && isEscaping) {
                offset++;
            } else if (c == quote) {
                if (offset + 1 == sql.length() || sql.charAt(offset + 1) != quote) {
                    return ending(Kind.QUOTED, offset + 1);
                }
                offset++;
            }
            offset++;
        }
        return ending(Kind.UNTERMINATED, sql.length());
    }

    /** Two dashes are a comment only with white space, a control character or nothing behind: 1--1 is a sum. */
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
