package dev.migrate.dialect.mysql;

/**
 * Walks over SQL without falling for what stands in quotes, comments and parentheses; for a session without ANSI_QUOTES
 * and NO_BACKSLASH_ESCAPES. Not thread-safe.
 */
final class Scanner {

    private final String sql;
    private int position;

    Scanner(String sql) {
        this.sql = sql;
    }

    int position() {
        return position;
    }

    boolean isAtEnd() {
        return position >= sql.length();
    }

    char peek() {
        return sql.charAt(position);
    }

    void skip() {
        position++;
    }

    /** Skips a whole quoted text, comment, group in parentheses or word, or else one character. */
    void skipToken() {
        char c = peek();
        if (c == '\'' || c == '"' || c == '`') {
            skipQuoted(c);
        } else if (c == '(') {
            skipGroup();
        } else if (isAtComment()) {
            skipComment();
        } else if (isWord(c)) {
            while (!isAtEnd() && isWord(peek())) {
                position++;
            }
        } else {
            position++;
        }
    }

    boolean isAtComment() {
        if (sql.startsWith("/*", position) || peek() == '#') {
            return true;
        }
        // Two hyphens begin a comment only in front of white space: 5--3 is a subtraction.
        return sql.startsWith("--", position)
                && (position + 2 == sql.length() || Character.isWhitespace(sql.charAt(position + 2)));
    }

    void skipComment() {
        boolean isBlock = peek() == '/';
        int end = isBlock ? sql.indexOf("*/", position + 2) : sql.indexOf('\n', position);
        if (end < 0) {
            position = sql.length();
        } else {
            position = isBlock ? end + 2 : end + 1;
        }
    }

    private void skipQuoted(char quote) {
        position++;
        while (!isAtEnd()) {
            char c = sql.charAt(position++);
            if (c == '\\' && quote != '`') {
                position++;
            } else if (c == quote) {
                if (isAtEnd() || peek() != quote) {
                    return;
                }
                position++;
            }
        }
        position = sql.length();
    }

    private void skipGroup() {
        position++;
        while (!isAtEnd() && peek() != ')') {
            skipToken();
        }
        position = Math.min(position + 1, sql.length());
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}
