package dev.migrate.examples.emotionalchat;

import java.util.Locale;

/** What can be felt in a message. */
enum Feeling {
    JOY,
    SADNESS,
    ANGER,
    FEAR,
    SURPRISE,
    NEUTRAL;

    /** How the database writes it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Feeling of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
