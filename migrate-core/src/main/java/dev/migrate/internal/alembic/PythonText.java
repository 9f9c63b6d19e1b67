package dev.migrate.internal.alembic;

import dev.migrate.error.SourceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the source of a Python module sequentially: its logical lines, its strings, and literal values. Nothing is
 * evaluated. Not thread-safe.
 */
final class PythonText {

    private static final Pattern NONE = Pattern.compile("None\\b");
    private static final Pattern STRING = Pattern.compile("([A-Za-z]{0,2})(\"\"\"|'''|\"|')");

    private static final String PLAIN_VALUES =
            "Write None, a string, or a tuple or list of strings there; other expressions are not evaluated.";

    private final Path file;
    private final String text;
    private int at;

    PythonText(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    /** Moves to the next line that is neither blank nor a comment; false if there is none. */
    boolean nextLine() {
        while (at < text.length()) {
            int end = endOfLine(at);
            String line = text.substring(at, end).strip();
            if (!line.isEmpty() && line.charAt(0) != '#') {
                return true;
            }
            at = Math.min(end + 1, text.length());
        }
        return false;
    }

    int offset() {
        return at;
    }

    String substring(int start, int end) {
        return text.substring(start, end);
    }

    /** Whether the line is at the top level: not in a function or a condition. */
    boolean isTopLevel() {
        return !Character.isWhitespace(text.charAt(at));
    }

    boolean isString() {
        return matcher(STRING).lookingAt();
    }

    /** Matches a pattern at the current position. */
    Matcher matcher(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length());
    }

    void skipTo(int offset) {
        at = offset;
    }

    /** Moves after the logical line, which brackets, triple quotes and backslashes continue. */
    void skipLine() {
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n' && depth <= 0) {
                at++;
                return;
            }
            if (c == '#') {
                at = endOfLine(at);
            } else if (c == '"' || c == '\'') {
                string();
            } else {
                depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
                at += c == '\\' ? 2 : 1;
            }
        }
    }

    /** Parses None, a string, or several strings in a tuple or a list, up to the end of the line. */
    List<String> values() {
        List<String> values = new ArrayList<>();
        skipBlanks(false);
        if (matcher(NONE).lookingAt()) {
            at += "None".length();
        } else if (isAt('(') || isAt('[')) {
            char closing = isAt('(') ? ')' : ']';
            at++;
            readItems(values, closing);
        } else {
            values.add(string());
            skipBlanks(false);
            while (isAt(',')) {
                at++;
                skipBlanks(false);
                if (isString()) {
                    values.add(string());
                    skipBlanks(false);
                }
            }
        }
        skipBlanks(false);
        if (at < text.length() && !isAt('\n')) {
            throw error("this is not a literal value", PLAIN_VALUES);
        }
        return values;
    }

    private void readItems(List<String> values, char closing) {
        skipBlanks(true);
        while (!isAt(closing)) {
            values.add(string());
            skipBlanks(true);
            if (isAt(',')) {
                at++;
                skipBlanks(true);
            } else if (!isAt(closing)) {
                throw error("this is not a literal value", PLAIN_VALUES);
            }
        }
        at++;
    }

    /** Parses a string. */
    String string() {
        Matcher start = matcher(STRING);
        if (!start.lookingAt()) {
            throw error("this is not a literal value", PLAIN_VALUES);
        }
        String prefix = start.group(1).toLowerCase(Locale.ROOT);
        if (!prefix.isEmpty() && !prefix.equals("r") && !prefix.equals("u")) {
            throw error("this is not a literal string", PLAIN_VALUES);
        }
        int first = at;
        String quote = start.group(2);
        at = start.end();
        StringBuilder value = new StringBuilder();
        while (!text.startsWith(quote, at)) {
            boolean isEnd = at >= text.length() || (quote.length() == 1 && isAt('\n'));
            if (isEnd) {
                at = first;
                throw error("the string is not terminated", "Check that Python can read the file.");
            }
            if (isAt('\\') && at + 1 < text.length()) {
                value.append(prefix.equals("r") ? text.substring(at, at + 2) : escaped(text.charAt(at + 1)));
                at += 2;
            } else {
                value.append(text.charAt(at++));
            }
        }
        at += quote.length();
        return value.toString();
    }

    /** The usual escapes in ids and messages; other escapes are kept, as in Python. */
    private static String escaped(char c) {
        return switch (c) {
            case '\n' -> "";
            case 'n' -> "\n";
            case 't' -> "\t";
            case '\\', '\'', '"' -> String.valueOf(c);
            default -> "\\" + c;
        };
    }

    private void skipBlanks(boolean areLinesJoined) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                at = endOfLine(at);
            } else if (c == '\\' && text.startsWith("\n", at + 1)) {
                at += 2;
            } else if (Character.isWhitespace(c) && (areLinesJoined || c != '\n')) {
                at++;
            } else {
                return;
            }
        }
    }

    private boolean isAt(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private int endOfLine(int from) {
        int lineFeed = text.indexOf('\n', from);
        return lineFeed < 0 ? text.length() : lineFeed;
    }

    SourceException error(String problem, String remedy) {
        int line = (int) text.substring(0, Math.min(at, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        return new SourceException(
                SourceException.Reason.IMPORT_FAILED,
                file + ", line " + line + ": " + problem + ". Nothing was written.",
                remedy);
    }
}
