package dev.migrate.internal.codegen;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An SQL string: in quotes if it is short, otherwise in a text block.
 *
 * @param value the string
 * @param isStripped whether leading and trailing blanks are insignificant, because the recipient removes them
 */
record SqlCode(String value, boolean isStripped) implements Code {

    private static final String DELIMITER = "\"\"\"";

    /** White space at the beginning or end of a line that the compiler would remove and that has no escape. */
    private static final String WITH_ESCAPE = " \n\t\r\f";

    private static final int LONGEST_CONSTANT = 20_000;
    private static final int LEAST_ROOM = 40;

    @Override
    public @Nullable String flat(int column) {
        return value.indexOf('\n') >= 0 && fitsBlock() ? null : quoted().flat(column);
    }

    @Override
    public @Nullable String opening(int column, boolean isOnly) {
        return fitsBlock() ? DELIMITER : quoted().opening(column, isOnly);
    }

    @Override
    public void write(CodePrinter page, int indent, int tail) {
        String flat = flat(page.column());
        if (!fitsBlock()) {
            quoted().write(page, indent, tail);
        } else if (flat != null && page.fits(flat.length() + tail)) {
            page.add(flat);
        } else {
            writeBlock(page, indent + CONTINUED);
        }
    }

    private StringCode quoted() {
        return new StringCode(value);
    }

    private boolean fitsBlock() {
        return value.length() <= LONGEST_CONSTANT
                && value.codePoints()
                        .noneMatch(
                                c -> JavaText.isHalf(c) || (Character.isWhitespace(c) && WITH_ESCAPE.indexOf(c) < 0));
    }

    private void writeBlock(CodePrinter page, int indent) {
        page.add(DELIMITER);
        List<String> lines = anchored(lines(Math.max(LEAST_ROOM, CodePrinter.WIDTH - indent)));
        for (int i = 0; i < lines.size(); i++) {
            // If the delimiter follows on the last line, its position determines the indentation of the block.
            boolean isBlank = lines.get(i).isEmpty() && i < lines.size() - 1;
            page.line(isBlank ? 0 : indent).add(lines.get(i));
        }
        if (isStripped) {
            page.line(indent);
        }
        page.add(DELIMITER);
    }

    /** The lines of the source; the last one is empty if the string ends with a line end. */
    private List<String> lines(int width) {
        List<String> lines = new ArrayList<>();
        String[] ofText = value.split("\n", -1);
        for (int i = 0; i < ofText.length; i++) {
            boolean isLast = i == ofText.length - 1;
            List<String> wrapped = wrapped(ofText[i], width);
            for (int k = 0; k < wrapped.size(); k++) {
                boolean isContinued = k < wrapped.size() - 1;
                lines.add(line(wrapped.get(k), isContinued, isLast && !isContinued));
            }
        }
        return lines;
    }

    private String line(String text, boolean isContinued, boolean isLast) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(character -> out.append(JavaText.escaped(character)));
        String line = out.toString().replace(DELIMITER, "\\\"\\\"\\\"");
        if (isContinued) {
            return line + "\\";
        }
        if (isLast && !isStripped && line.endsWith("\"")) {
            return line.substring(0, line.length() - 1) + "\\\"";
        }
        return line.endsWith(" ") ? line.substring(0, line.length() - 1) + "\\s" : line;
    }

    /**
     * Lets at least one line start at the indentation of the block, because the common indentation of all lines is not
     * part of the string.
     */
    private static List<String> anchored(List<String> lines) {
        boolean isAnchored = lines.stream().anyMatch(line -> !line.isEmpty() && line.charAt(0) != ' ');
        List<String> anchored = new ArrayList<>(lines);
        for (int i = 0; i < lines.size() && !isAnchored; i++) {
            String line = lines.get(i);
            if (!line.isEmpty()) {
                anchored.set(i, "\\s" + line.substring(1));
                isAnchored = true;
            }
        }
        return anchored;
    }

    private static List<String> wrapped(String line, int width) {
        List<String> pieces = new ArrayList<>();
        String rest = line;
        while (rest.length() >= width) {
            int end = lastWordEnd(rest, width - 1);
            if (end == 0) {
                break;
            }
            pieces.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        pieces.add(rest);
        return pieces;
    }

    /** After the last blank that fits and is not followed by another blank; 0 if there is none. */
    private static int lastWordEnd(String text, int width) {
        for (int end = Math.min(width, text.length() - 1); end > 0; end--) {
            if (text.charAt(end - 1) == ' '
                    && text.charAt(end) != ' '
                    && !text.substring(0, end).isBlank()) {
                return end;
            }
        }
        return 0;
    }
}
