package dev.migrate.examples.emotionalchat;

import java.util.Locale;

/** The feelings that can be detected in a message. */
enum Feeling {
    JOY,
    SADNESS,
    ANGER,
    FEAR,
    SURPRISE,
    NEUTRAL;

    /** The value in the database. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Feeling of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
