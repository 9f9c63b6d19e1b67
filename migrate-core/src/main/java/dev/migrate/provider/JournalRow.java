package dev.migrate.provider;

import dev.migrate.journal.Action;
import dev.migrate.journal.EntryState;
import dev.migrate.revision.RevisionNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row to be written to the journal. Statement 0 represents the step itself. Immutable.
 *
 * @param step the number of the step
 * @param statement the number of the statement, or 0
 * @param revision the id of the revision
 * @param action the name of the {@link Action}
 * @param state the name of the step's or the statement's state
 * @param text the statement without secrets, or the message of the revision; if it is longer than 4,000 characters, its
 *     beginning, except for a repeatable migration, whose text a downgrade restores
 * @param hash the SHA-256 of the whole text, in hexadecimal digits
 * @param parents the ids of the parents, separated by commas; null for a statement
 * @param dependsOn the ids of the dependencies, likewise
 * @param statements the number of statements of the step
 * @param stateBefore an SQL expression that describes the state before the statement, or null
 * @param token the token that the server commits with the statement, or null
 * @param startedAt when it began, by the clock of the server; null to keep the recorded time
 * @param elapsedMicros how long it took, in microseconds, or null; the time since its recorded start if that is kept
 * @param note a remark, or its beginning if it is longer than 4,000 characters, or null
 */
public record JournalRow(
        long step,
        int statement,
        String revision,
        String action,
        String state,
        String text,
        String hash,
        @Nullable String parents,
        @Nullable String dependsOn,
        int statements,
        @Nullable String stateBefore,
        @Nullable String token,
        @Nullable Instant startedAt,
        @Nullable Long elapsedMicros,
        @Nullable String note) {

    /** The {@link #stateBefore} of an object that cannot exist before the statement. */
    public static final String ABSENT = "NULL";

    private static final int MAX_TEXT_LENGTH = 4_000;

    /** Shortens the text and the note. */
    public JournalRow {
        text = Action.valueOf(action).isRepeatable() ? text : shortened(text);
        note = note == null ? null : shortened(note);
    }

    private static String shortened(String text) {
        if (text.length() <= MAX_TEXT_LENGTH) {
            return text;
        }
        boolean isInPair = Character.isHighSurrogate(text.charAt(MAX_TEXT_LENGTH - 1));
        return text.substring(0, isInPair ? MAX_TEXT_LENGTH - 1 : MAX_TEXT_LENGTH) + "…";
    }

    /**
     * Returns the row of a step.
     *
     * @param number the number of the step
     * @param revision the revision
     * @param action the action
     * @param state the state of the step
     * @param hash the SHA-256 of the revision's message
     * @param statements the number of its statements
     * @param startedAt when it began, by the clock of the server; null to keep the recorded time
     * @param elapsedMicros how long it took, in microseconds, or null
     * @param note a remark, or null
     * @return the row
     */
    public static JournalRow ofStep(
            long number,
            RevisionNode revision,
            Action action,
            EntryState state,
            String hash,
            int statements,
            @Nullable Instant startedAt,
            @Nullable Long elapsedMicros,
            @Nullable String note) {
        return new JournalRow(
                number,
                0,
                revision.id(),
                action.name(),
                state.name(),
                revision.message(),
                hash,
                String.join(",", revision.parents()),
                String.join(",", revision.dependsOn()),
                statements,
                null,
                null,
                startedAt,
                elapsedMicros,
                note);
    }
}
