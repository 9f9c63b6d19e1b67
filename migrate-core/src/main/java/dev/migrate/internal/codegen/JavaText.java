package dev.migrate.internal.codegen;

import java.util.Locale;

/**
 * Escapes text for Java sources, so that the compiler reads it unchanged and invisible characters are visible.
 * Stateless.
 */
final class JavaText {

    private JavaText() {}

    /** A string literal in quotes. */
    static String literal(String text) {
        StringBuilder out = new StringBuilder("\"");
        boolean isHalf = false;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            // The compiler of JDK 17 fails on a backslash after an unpaired surrogate.
            out.append(isHalf ? "\" + \"" : "");
            out.append(character == '"' ? "\\\"" : character == '\n' ? "\\n" : escaped(character));
            isHalf = isHalf(character);
        }
        return out.append('"').toString();
    }

    /** Whether a character is an unpaired surrogate. */
    static boolean isHalf(int character) {
        return Character.getType(character) == Character.SURROGATE;
    }

    /** A character inside of a literal or of a text block. Quotes and line ends are handled by the caller. */
    static String escaped(int character) {
        return switch (character) {
            case '\\' -> "\\\\";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default -> isVisible(character) ? Character.toString(character) : unicodeEscape(character);
        };
    }

    /** Words of a comment, which cannot end it and contain no invisible characters. */
    static String comment(String text) {
        return commentLine(text).strip().replaceAll("\\s+", " ");
    }

    /** A line of a comment: blanks are kept. */
    static String commentLine(String text) {
        StringBuilder out = new StringBuilder();
        int backslashes = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            if (character == 'u' && backslashes % 2 == 1) {
                // The compiler interprets an odd number of backslashes before a u as a Unicode escape, even in
                // comments.
                out.append('\\');
            }
            backslashes = character == '\\' ? backslashes + 1 : 0;
            out.append(isVisible(character) ? Character.toString(character) : " ");
        }
        return out.toString();
    }

    /** Words of a Javadoc comment. */
    static String javadoc(String text) {
        return comment(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("*/", "*&#47;");
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> character == ' ';
            default -> true;
        };
    }

    private static String unicodeEscape(int character) {
        StringBuilder out = new StringBuilder();
        for (char unit : Character.toChars(character)) {
            out.append(String.format(Locale.ROOT, "\\u%04X", (int) unit));
        }
        return out.toString();
    }
}
