package dev.migrate.internal.mysql.sql;

/**
 * A token of a statement that a person wrote. Immutable.
 *
 * @param kind the kind
 * @param text the text as written; that of a variable in lower case and without quotes
 * @param start the offset of its first character
 * @param end the offset after its last character
 * @param depth the number of parentheses around it; those of a pair are outside of it
 */
public record StatementToken(Kind kind, String text, int start, int end, int depth) {

    /** The kinds of tokens. */
    public enum Kind {
        /** A keyword, an unquoted name or a number. */
        WORD,
        /** A name in backticks. */
        NAME,
        /** A string; one in double quotes is a name if the session has ANSI_QUOTES. */
        TEXT,
        /** A user variable {@code @a}, or a system variable {@code @@a} with its scope. */
        VARIABLE,
        /** Any other character. */
        SIGN
    }

    /** Checks for a word, without regard to case. */
    public boolean is(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    public boolean isSign(char sign) {
        return kind == Kind.SIGN && text.charAt(0) == sign;
    }

    public boolean isUserVariable() {
        return kind == Kind.VARIABLE && !text.startsWith("@@");
    }

    public boolean isSystemVariable() {
        return kind == Kind.VARIABLE && text.startsWith("@@");
    }

    /** Checks whether it can be a name: a word, or something in backticks or double quotes. */
    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.NAME || (kind == Kind.TEXT && text.charAt(0) == '"');
    }

    /** Returns the name without its quotes. */
    public String name() {
        if (kind == Kind.WORD) {
            return text;
        }
        String quote = text.substring(0, 1);
        return text.substring(1, Math.max(1, text.length() - 1)).replace(quote + quote, quote);
    }
}
