package dev.migrate.internal.load;

import java.util.regex.Pattern;

/** The lines that begin the parts of a migration in an SQL file. */
enum SqlMarker {
    UP("up"),
    DOWN("down");

    private final String text;
    private final Pattern pattern;

    SqlMarker(String word) {
        text = "-- " + word;
        pattern = Pattern.compile("--\\s+" + word + "\\s*", Pattern.CASE_INSENSITIVE);
    }

    /** Whether a line is a marker of any part. */
    static boolean isMarker(String line) {
        return UP.matches(line) || DOWN.matches(line);
    }

    boolean matches(String line) {
        return pattern.matcher(line).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
