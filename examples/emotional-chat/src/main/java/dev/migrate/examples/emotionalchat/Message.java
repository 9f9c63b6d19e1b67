package dev.migrate.examples.emotionalchat;

import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was said.
 *
 * @param sender who said it
 * @param sentAt when, in UTC, to the millisecond
 * @param content what
 * @param quoted the slug of the article that it quotes, or null for none
 * @param emotion what was felt in it, or null if it was not analyzed
 */
record Message(
        Sender sender,
        LocalDateTime sentAt,
        String content,
        @Nullable String quoted,
        @Nullable Emotion emotion) {

    /** Who can say something. */
    enum Sender {
        USER,
        ASSISTANT,
        SYSTEM;

        /** How the database writes it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Sender of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
