package dev.migrate.internal.codegen;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A string literal; a long one is split into several.
 *
 * @param value the string
 */
record StringCode(String value) implements Code {

    /** A class file cannot contain a constant of more than 65,535 bytes, and a character takes up to three. */
    private static final int LONGEST_CONSTANT = 20_000;

    /** The rest of a line is not used for a piece if it is shorter. */
    private static final int SHORTEST_PIECE = 20;

    @Override
    public @Nullable String flat(int column) {
        return value.length() > LONGEST_CONSTANT ? null : JavaText.literal(value);
    }

    @Override
    public @Nullable String opening(int column, boolean isOnly) {
        return isOnly && value.length() <= LONGEST_CONSTANT ? "\"".repeat(SHORTEST_PIECE) : null;
    }

    @Override
    public void write(CodePrinter page, int indent, int tail) {
        if (value.length() > LONGEST_CONSTANT) {
            writeJoined(page, indent);
        } else {
            writeSum(page, indent, tail);
        }
    }

    private void writeSum(CodePrinter page, int indent, int tail) {
        String rest = value;
        while (true) {
            int available = CodePrinter.WIDTH - page.column() - tail;
            int fitting = fitting(rest, available);
            page.add(JavaText.literal(rest.substring(0, fitting)));
            if (fitting == rest.length()) {
                return;
            }
            rest = rest.substring(fitting);
            page.line(indent + CONTINUED).add("+ ");
        }
    }

    /** The compiler would merge a sum into one constant. */
    private void writeJoined(CodePrinter page, int indent) {
        page.add("String.join(").line(indent + CONTINUED).add("\"\"");
        for (String piece : pieces()) {
            page.add(",").line(indent + CONTINUED);
            new StringCode(piece).writeSum(page, indent + CONTINUED, 2);
        }
        page.add(")");
    }

    private List<String> pieces() {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        while (start < value.length()) {
            int end = whole(value, Math.min(value.length(), start + LONGEST_CONSTANT));
            pieces.add(value.substring(start, end));
            start = end;
        }
        return pieces;
    }

    /** The number of characters that fit, including quotes; ends after a blank if there is one. */
    private static int fitting(String text, int available) {
        int width = 2;
        int lastBlank = 0;
        int at = 0;
        while (at < text.length()) {
            String character = JavaText.literal(text.substring(at, at + Character.charCount(text.codePointAt(at))));
            width += character.length() - 2;
            if (width > Math.max(available, SHORTEST_PIECE)) {
                return lastBlank > 0 ? lastBlank : at;
            }
            at += Character.charCount(text.codePointAt(at));
            if (text.charAt(at - 1) == ' ') {
                lastBlank = at;
            }
        }
        return text.length();
    }

    /** The index itself, or the one before it if it would split a surrogate pair. */
    private static int whole(String text, int at) {
        boolean splits = at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
        return splits ? at - 1 : at;
    }
}
