package dev.migrate.cli;

import dev.migrate.revision.NameSuggestions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The keys of {@code migrate.properties}. Except for the password, each key is the long name of an option. */
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
    MAX_LOCK,
    ALGORITHM,
    MAX_ROWS,
    CONNECT_RETRIES,
    GTID_TOKENS,
    ACCEPT_MULTI_PRIMARY,
    EDITED_MIGRATIONS,
    REQUIRE_VERIFIED,
    ENTITIES,
    MODEL,
    SCHEMA,
    SCHEMA_ENCODING,
    INCLUDE,
    EXCLUDE,
    DIRECTORY,
    TEMPLATE,
    NAME_PATTERN;

    /** The prefix of Hibernate settings, which keep Hibernate's names. */
    static final String HIBERNATE = "hibernate.";

    /** The prefix of the severities of rules. */
    static final String LINT = "lint.";

    /** The prefix of the placeholders in SQL files. */
    static final String PLACEHOLDER = "placeholder.";

    /** The prefix of the placeholders that are replaced in quoted text as well. */
    static final String PLACEHOLDER_IN_QUOTES = "placeholder-in-quotes.";

    /** The name in the file. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether {@code ${…}} is part of the value and not a variable. */
    boolean hasPlaceholders() {
        return this == NAME_PATTERN;
    }

    static boolean isKnown(String word) {
        return word.startsWith(HIBERNATE)
                || word.startsWith(LINT)
                || word.startsWith(PLACEHOLDER)
                || word.startsWith(PLACEHOLDER_IN_QUOTES)
                || words().contains(word);
    }

    /** The most similar word; punctuation does not count. */
    static Optional<String> nearest(String word) {
        Map<String, String> words = new TreeMap<>();
        words().forEach(known -> words.put(withoutPunctuation(known), known));
        return NameSuggestions.near(withoutPunctuation(word), words.keySet()).stream()
                .findFirst()
                .map(words::get);
    }

    private static String withoutPunctuation(String word) {
        return word.replaceAll("[-_. ]", "");
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Key::word).toList();
    }
}
