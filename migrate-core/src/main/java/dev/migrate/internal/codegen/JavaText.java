package dev.migrate.internal.codegen;

import java.util.Locale;

/** Writes characters so that the compiler reads them as they are, and a person sees what is there. Stateless. */
final class JavaText {

    private JavaText() {}

    /** Between quotes. */
    static String literal(String text) {
        StringBuilder out = new StringBuilder("\"");
        boolean isHalf = false;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            // The compiler of JDK 17 stumbles over a backslash behind half of a character.
            out.append(isHalf ? "\" + \"" : "");
            out.append(character == '"' ? "\\\"" : character == '\n' ? "\\n" : escaped(character));
            isHalf = isHalf(character);
        }
        return out.append('"').toString();
    }

    /** Whether it is one half of a pair of surrogates, without the other. */
    static boolean isHalf(int character) {
        return Character.getType(character) == Character.SURROGATE;
    }

    /** As a character inside of a literal or of a text block. Quotes and line ends are the caller's business. */
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

    /** As words of a comment, which cannot end it, and in which nothing is hidden. */
    static String comment(String text) {
        return commentLine(text).strip().replaceAll("\\s+", " ");
    }

    /** As a line of a comment of its own: blanks stay where they are. */
    static String commentLine(String text) {
        StringBuilder out = new StringBuilder();
        int backslashes = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            if (character == 'u' && backslashes % 2 == 1) {
                // An odd number of backslashes in front of a u is read as a character, even here.
                out.append('\\');
            }
            backslashes = character == '\\' ? backslashes + 1 : 0;
            out.append(isVisible(character) ? Character.toString(character) : " ");
        }
        return out.toString();
    }

    /** As words of a Javadoc comment. */
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
