package dev.migrate.cli;

/** Colours for a person who looks at a terminal, and none for everybody else. */
enum Paint {
    PLAIN,
    COLOURED;

    private static final String ESCAPE = "\u001B[";

    static Paint of(boolean isColoured) {
        return isColoured ? COLOURED : PLAIN;
    }

    String red(String text) {
        return painted("31", text);
    }

    String green(String text) {
        return painted("32", text);
    }

    private String painted(String colour, String text) {
        return this == PLAIN ? text : ESCAPE + colour + "m" + text + ESCAPE + "0m";
    }
}
