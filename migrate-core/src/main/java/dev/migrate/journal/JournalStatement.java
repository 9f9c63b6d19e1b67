package dev.migrate.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The journal entry of a statement. Immutable.
 *
 * @param number the number of the statement in its step, starting at 1
 * @param state the state
 * @param text the text, or its beginning if it is long
 * @param hash the SHA-256 of the complete text, in hexadecimal
 * @param stateBefore the state of the affected objects before the statement, or null if it is not needed
 * @param token the global transaction id that the server commits together with the statement, or null if it has none
 * @param startedAt the start time, by the server's clock
 * @param elapsed the duration, or null if it has not ended
 * @param note the cause of a failure, or how the outcome was determined; usually null
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

    /** Checks that nothing is null, except nullable components. */
    public JournalStatement {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(startedAt, "startedAt");
    }
}
