package dev.migrate.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code migrate.properties} can say. But for the password, each key is the long name of an option. */
enum Key {
    URL,
    USER,
    PASSWORD,
    PASSWORD_FILE,
    MIGRATIONS,
    PACKAGE,
    CLASSPATH,
    ENVIRONMENT,
    VERSION_TABLE,
    LOCK_TIMEOUT,
    TABLE_TIMEOUT,
    GTID_TOKENS,
    ENTITIES,
    MODEL,
    SCHEMA,
    INCLUDE,
    EXCLUDE,
    DIRECTORY,
    TEMPLATE,
    NAME_PATTERN;

    /** What begins like this is a setting of Hibernate, under Hibernate's own name. */
    static final String HIBERNATE = "hibernate.";

    /** As it is written in the file. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether {@code ${…}} in the value is the value's own, and no variable. */
    boolean hasPlaceholders() {
        return this == NAME_PATTERN;
    }

    static boolean isKnown(String word) {
        return word.startsWith(HIBERNATE) || words().contains(word);
    }

    static Optional<String> nearest(String word) {
        return ClosestMatch.to(word, words());
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Key::word).toList();
    }
}
