package dev.migrate.internal.codegen;

/** What has been written so far, and how far the last line reaches. */
final class CodePrinter {

    /** As far as a line may reach. */
    static final int WIDTH = 120;

    private final StringBuilder text = new StringBuilder();
    private int lineStart;

    /** Writes on in the line. */
    CodePrinter add(String words) {
        text.append(words);
        return this;
    }

    /** Begins a line. */
    CodePrinter line(int indent) {
        text.append('\n');
        lineStart = text.length();
        text.append(" ".repeat(indent));
        return this;
    }

    int column() {
        return text.length() - lineStart;
    }

    /** Whether some more characters fit into the line. */
    boolean hasRoom(int characters) {
        return column() + characters <= WIDTH;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
