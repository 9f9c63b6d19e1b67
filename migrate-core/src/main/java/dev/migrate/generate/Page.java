package dev.migrate.generate;

/** What has been written so far, and how far the last line reaches. */
final class Page {

    /** As far as a line may reach. */
    static final int WIDTH = 120;

    private final StringBuilder text = new StringBuilder();
    private int lineStart;

    /** Writes on in the line. */
    Page add(String words) {
        text.append(words);
        return this;
    }

    /** Begins a line. */
    Page line(int indent) {
        text.append('\n');
        lineStart = text.length();
        text.append(" ".repeat(indent));
        return this;
    }

    int column() {
        return text.length() - lineStart;
    }

    /** Whether so many more characters have room in the line. */
    boolean hasRoom(int characters) {
        return column() + characters <= WIDTH;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
