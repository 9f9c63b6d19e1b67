package dev.migrate.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Escapes characters that a terminal interprets or that change the direction of text. They may be part of names, messages
 * and rows that the command line prints.
 */
final class ControlCharacters {

    private static final String UNSAFE = "\\p{Cc}|[\\u061C\\u200E\\u200F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]";

    /** All of them except line breaks and tabs. */
    private static final Pattern IN_TEXT = Pattern.compile("(?!\\r?\\n|\\t)(?:" + UNSAFE + ")");

    /**
     * Except also the colors of this program and the sequence that clears a line. Other colors could hide text, for
     * example black on black.
     */
    private static final Pattern ON_TERMINAL = Pattern.compile(
            "(?!\\r?\\n|\\t|\\x1B\\[(?:[0134]|2[1-4]|3[1-3]|39)?m|\\r\\x1B\\[K|(?<=\\r)\\x1B\\[K)(?:" + UNSAFE + ")");

    private ControlCharacters() {}

    /** Replaces each of these characters with its Unicode escape, which is the same in Java and in JSON. */
    static String escaped(String text) {
        return escaped(text, IN_TEXT);
    }

    private static String escaped(String text, Pattern unsafe) {
        return unsafe.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(String.format(
                        Locale.ROOT, "\\u%04x", (int) found.group().charAt(0))));
    }

    /**
     * Returns a writer that escapes everything that is printed to it.
     *
     * @param out the output
     * @param isColored whether the output is a terminal with colors, which remain
     */
    static PrintWriter escaping(Writer out, boolean isColored) {
        return new PrintWriter(new Escaping(out, isColored ? ON_TERMINAL : IN_TEXT), true);
    }

    private static final class Escaping extends FilterWriter {

        private final Pattern unsafe;

        Escaping(Writer out, Pattern unsafe) {
            super(out);
            this.unsafe = unsafe;
        }

        @Override
        public void write(int character) throws IOException {
            out.write(escaped(String.valueOf((char) character), unsafe));
        }

        @Override
        public void write(char[] characters, int offset, int length) throws IOException {
            out.write(escaped(String.valueOf(characters, offset, length), unsafe));
        }

        @Override
        public void write(String text, int offset, int length) throws IOException {
            out.write(escaped(text.substring(offset, offset + length), unsafe));
        }
    }
}
