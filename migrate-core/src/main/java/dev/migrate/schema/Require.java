package dev.migrate.schema;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The argument checks of this package. The exceptions contain the rejected value. */
final class Require {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]+");
    private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9_]+(?: [A-Za-z0-9_]+)*");

    private static final Pattern TRAILING_SPACES = Pattern.compile(" +\\z");

    private Require() {}

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
        for (String column : columns) {
            name("a column of the " + what, column);
        }
        return List.copyOf(columns);
    }

    /** White space around SQL is insignificant, so it is removed before values are compared. */
    static String sql(String what, String sql) {
        if (sql.isBlank()) {
            throw new IllegalArgumentException("The " + what + " is empty.");
        }
        return sql.strip();
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

    /** Copies and checks the members of an ENUM or a SET. */
    static List<String> members(String type, List<String> members, int most) {
        if (members.isEmpty() || members.size() > most) {
            throw new IllegalArgumentException(
                    "The " + type + " must have 1 to " + most + " members, but has " + members.size() + ".");
        }
        return members.stream().map(Require::withoutTrailingSpaces).toList();
    }

    static String withoutTrailingSpaces(String text) {
        return TRAILING_SPACES.matcher(text).replaceFirst("");
    }

    /** Converts an empty comment to null, because the servers store an empty comment as none. */
    static @Nullable String comment(@Nullable String comment) {
        return comment == null || comment.isEmpty() ? null : comment;
    }

    /** Sorts options by their upper-case names, because neither their order nor their case is significant. */
    static Map<String, String> options(String what, Map<String, String> options) {
        Map<String, String> sorted = new TreeMap<>();
        for (Map.Entry<String, String> option : options.entrySet()) {
            String name = option.getKey();
            if (!WORDS.matcher(name).matches()) {
                throw new IllegalArgumentException("The name of an option of " + what
                        + " must be words of letters, digits and underscores, but is \"" + name + "\".");
            }
            sorted.put(name.toUpperCase(Locale.ROOT), option.getValue().strip());
        }
        return Collections.unmodifiableMap(sorted);
    }

    /** Column names are case-insensitive on every server. */
    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
