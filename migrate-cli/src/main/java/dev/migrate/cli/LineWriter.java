package dev.migrate.cli;

import java.io.Writer;
import java.util.function.Consumer;

/** Passes on complete lines, without their ends. */
final class LineWriter extends Writer {

    private final Consumer<String> lines;
    private final StringBuilder text = new StringBuilder();

    LineWriter(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void write(char[] characters, int offset, int length) {
        text.append(characters, offset, length);
        for (int end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n")) {
            boolean hasReturn = end > 0 && text.charAt(end - 1) == '\r';
            lines.accept(text.substring(0, hasReturn ? end - 1 : end));
            text.delete(0, end + 1);
        }
    }

    /** A line is passed on when it is complete. */
    @Override
    public void flush() {}

    @Override
    public void close() {
        if (!text.isEmpty()) {
            lines.accept(text.toString());
            text.setLength(0);
        }
    }
}
