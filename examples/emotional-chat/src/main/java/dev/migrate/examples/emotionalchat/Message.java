package dev.migrate.examples.emotionalchat;

import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message of a conversation.
 *
 * @param sender the sender
 * @param sentAt the time in UTC, to the millisecond
 * @param content the text
 * @param quoted the slug of the quoted article, or null for none
 * @param emotion the detected emotion, or null if it was not analyzed
 */
record Message(
        Sender sender,
        LocalDateTime sentAt,
        String content,
        @Nullable String quoted,
        @Nullable Emotion emotion) {

    /** The possible senders. */
    enum Sender {
        USER,
        ASSISTANT,
        SYSTEM;

        /** The value in the database. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Sender of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
