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

    /** All control characters except line breaks, tabs and the colors of this program. */
    private static final Pattern UNSAFE = Pattern.compile("(?!\\r?\\n|\\t|\\x1B\\[[0-9;]*m)\\p{Cc}"
            + "|[\\u061C\\u200E\\u200F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

    private ControlCharacters() {}

    /** Replaces each of these characters with its Unicode escape, which is the same in Java and in JSON. */
    static String escaped(String text) {
        return UNSAFE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(String.format(
                        Locale.ROOT, "\\u%04x", (int) found.group().charAt(0))));
    }

    /** Returns a writer that escapes everything that is printed to it. */
    static PrintWriter escaping(Writer out) {
        return new PrintWriter(new Escaping(out), true);
    }

    private static final class Escaping extends FilterWriter {

        Escaping(Writer out) {
            super(out);
        }

        @Override
        public void write(int character) throws IOException {
            out.write(escaped(String.valueOf((char) character)));
        }

        @Override
        public void write(char[] characters, int offset, int length) throws IOException {
            out.write(escaped(String.valueOf(characters, offset, length)));
        }

        @Override
        public void write(String text, int offset, int length) throws IOException {
            out.write(escaped(text.substring(offset, offset + length)));
        }
    }
}
