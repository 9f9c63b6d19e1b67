package dev.migrate.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the journal says of one statement. Immutable.
 *
 * @param number which statement of its step it is, counted from one
 * @param state how far it has come
 * @param text its text; of a long one, the beginning
 * @param hash the SHA-256 of its whole text, in hexadecimal digits
 * @param stateBefore a description of what it is about, made before it ran, or null where it was not needed
 * @param token the global transaction id that the server commits together with it, or null where it has none
 * @param startedAt when it began, by the server's clock
 * @param elapsed how long it took, or null if it has not come to its end
 * @param note why it failed, or how it became known that it is done; null as a rule
 */
public record JournalStatement(
        int number,
        EntryState state,
        String text,
        String hash,
        @Nullable String stateBefore,
        @Nullable String token,
        Instant startedAt,
        @Nullable Duration elapsed,
        @Nullable String note) {

    /** Refuses null where it is not named. */
    public JournalStatement {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(startedAt, "startedAt");
    }
}
