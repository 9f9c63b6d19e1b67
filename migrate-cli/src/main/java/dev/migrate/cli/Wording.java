package dev.migrate.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Formats durations, times and external texts for a line of output. */
final class Wording {

    private static final int MOST_CHARACTERS = 100;
    private static final int MOST_CHARACTERS_OF_STATEMENT = 4_000;

    private static final String INDENT = "  ";

    /** Always with three decimal places, so that lines are aligned. */
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    /** Escapes control characters, which a terminal might interpret. */
    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Cntrl}]+");

    private Wording() {}

    /** A point in time, in UTC. */
    static String of(Instant time) {
        return MILLIS.format(time);
    }

    static String of(Duration elapsed) {
        return elapsed.toSeconds() < 1
                ? elapsed.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1_000.0);
    }

    /** A constant of an enum in lower case. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** A number with a noun, in the plural unless the number is 1. */
    static String counted(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    static String oneLine(String text) {
        return GAPS.matcher(text).replaceAll(" ").strip();
    }

    /**
     * Breaks the lines of a text between words. Further lines are indented.
     *
     * @param text the text
     * @param used the number of columns in front of the text
     * @param columns the number of columns of the terminal
     * @return the text with more line breaks
     */
    static String wrapped(String text, int used, int columns) {
        StringBuilder wrapped = new StringBuilder();
        int column = used;
        boolean isLineEmpty = true;
        for (String word : text.split("(?<=[ \n])", -1)) {
            if (!isLineEmpty && column + word.stripTrailing().length() > columns) {
                wrapped.append('\n').append(INDENT);
                column = INDENT.length();
            }
            wrapped.append(word);
            isLineEmpty = word.endsWith("\n");
            column = isLineEmpty ? 0 : column + word.length();
        }
        return wrapped.toString().replaceAll(" +\n", "\n");
    }

    /** All lines, each without control characters; a very long text is truncated. */
    static List<String> lines(String text) {
        String stripped = text.strip();
        boolean isLong = stripped.codePointCount(0, stripped.length()) > MOST_CHARACTERS_OF_STATEMENT;
        String shown = isLong
                ? stripped.substring(0, stripped.offsetByCodePoints(0, MOST_CHARACTERS_OF_STATEMENT)) + "…"
                : stripped;
        return shown.lines().map(line -> indentation(line) + oneLine(line)).toList();
    }

    private static String indentation(String line) {
        return " ".repeat(line.length() - line.stripLeading().length());
    }

    /** The first line, truncated to a readable length. */
    static String firstLine(String text) {
        String stripped = text.strip();
        String first = oneLine(stripped.lines().findFirst().orElse(""));
        if (first.codePointCount(0, first.length()) > MOST_CHARACTERS) {
            return first.substring(0, first.offsetByCodePoints(0, MOST_CHARACTERS)) + "…";
        }
        return stripped.lines().count() > 1 ? first + " …" : first;
    }
}
