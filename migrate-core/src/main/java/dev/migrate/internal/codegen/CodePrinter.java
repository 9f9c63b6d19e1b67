package dev.migrate.internal.codegen;

/** The generated text so far, and the length of its last line. */
final class CodePrinter {

    /** The maximum length of a line. */
    static final int WIDTH = 120;

    private final StringBuilder text = new StringBuilder();
    private int lineStart;

    /** Appends to the current line. */
    CodePrinter add(String words) {
        text.append(words);
        return this;
    }

    /** Starts a new line. */
    CodePrinter line(int indent) {
        text.append('\n');
        lineStart = text.length();
        text.append(" ".repeat(indent));
        return this;
    }

    int column() {
        return text.length() - lineStart;
    }

    /** Whether some more characters fit on the line. */
    boolean fits(int characters) {
        return column() + characters <= WIDTH;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
