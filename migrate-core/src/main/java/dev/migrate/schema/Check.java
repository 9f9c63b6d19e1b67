package dev.migrate.schema;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The argument checks of this package; each says the value that it got. */
final class Check {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]+");

    private Check() {}

    static String name(String what, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("The name of " + what + " is empty.");
        }
        return name;
    }

    static List<String> columns(String what, List<String> columns) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("The " + what + " has no columns.");
        }
        columns.forEach(column -> name("a column of the " + what, column));
        return List.copyOf(columns);
    }

    static void word(String what, @Nullable String word) {
        if (word != null && !WORD.matcher(word).matches()) {
            throw new IllegalArgumentException(
                    "The " + what + " must be a word of letters, digits and underscores, but is \"" + word + "\".");
        }
    }

    static void range(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "The " + what + " must be between " + least + " and " + most + ", but is " + value + ".");
        }
    }

    /** Column names are compared without regard to case, on every server. */
    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
