package dev.migrate.cli;

/** Colors on a terminal, and none otherwise. */
enum Paint {
    PLAIN,
    COLORED;

    private static final String ESCAPE = "\u001B[";

    static Paint of(boolean isColored) {
        return isColored ? COLORED : PLAIN;
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
