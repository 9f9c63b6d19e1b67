package dev.migrate.internal.engine;

import dev.migrate.internal.Sha256;
import dev.migrate.journal.EntryState;
import dev.migrate.provider.EffectCheck;
import dev.migrate.provider.JournalRow;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.revision.RevisionNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Holds the journal rows of one step that are not written yet. Not thread-safe. */
final class JournalBuffer {

    private final PreparedStep step;
    private final long number;
    private final UnaryOperator<String> mask;
    private final Map<Integer, JournalRow> rows = new TreeMap<>();
    /** By statement. A token that was assigned is never dropped. */
    private final Map<Integer, String> tokens = new HashMap<>();
    /** By statement: each is written twice. */
    private final Map<Integer, Text> texts = new HashMap<>();

    private final Supplier<Instant> clock;
    private long start = System.nanoTime();
    /** When the step began, or null if an earlier run began it. */
    private @Nullable Instant startedAt;

    private String note;
    /** Whether the step has a row, here or in the journal. */
    private boolean isRecorded;

    private boolean isFinished;
    /** The number of statements that are not part of the current transaction, because a later one is separate from it. */
    private int separated;

    /**
     * Buffers the rows of a step.
     *
     * @param step the step
     * @param number its number in the journal
     * @param note the existing note on the step in the journal, or null
     * @param mask removes secrets from statements
     * @param clock the clock of the server
     */
    JournalBuffer(
            PreparedStep step,
            long number,
            @Nullable String note,
            UnaryOperator<String> mask,
            Supplier<Instant> clock) {
        this.step = step;
        this.number = number;
        this.note = note == null ? "" : note;
        this.mask = mask;
        this.clock = clock;
        this.startedAt = clock.get();
    }

    PreparedStep step() {
        return step;
    }

    long number() {
        return number;
    }

    /**
     * Starts the clock: the intent may have been recorded much earlier. From now on, the rows of statements are never
     * committed without the row of the step.
     */
    void begin() {
        start = System.nanoTime();
        if (startedAt != null) {
            startedAt = clock.get();
        }
        if (!isRecorded) {
            addStep(EntryState.STARTED, null);
        }
    }

    /**
     * Adds the intent of some statements.
     *
     * @param from the index of the first one
     * @param to the index after the last one
     * @param earlier statements of other steps that are recorded together with these and run before them
     */
    void recordIntent(int from, int to, List<PlannedStatement> earlier) {
        addStep(EntryState.STARTED, null);
        List<PlannedStatement> before = new ArrayList<>(earlier);
        for (int i = from; i < to; i++) {
            PlannedStatement statement = step.statements().get(i);
            addStatement(i, EntryState.STARTED, stateBefore(i, statement, before), clock.get(), null, null);
            before.add(statement);
        }
    }

    /**
     * A part of an object that an earlier statement creates does not exist yet: querying it would cost more than all
     * other work.
     */
    private @Nullable String stateBefore(int index, PlannedStatement statement, List<PlannedStatement> earlier) {
        EffectCheck check = statement.effectCheck();
        if (!check.needsStateBefore() || tokens.containsKey(index)) {
            return null;
        }
        for (PlannedStatement creation : earlier) {
            if (check.subject().isPartOf(creation.effectCheck().subject())) {
                return JournalRow.ABSENT;
            }
        }
        return check.state();
    }

    /** Records the intent of a statement that cannot be part of a transaction. */
    void recordSeparate(int index) {
        separated = index + 1;
        recordIntent(index, index + 1, List.of());
    }

    /** Whether a statement was executed outside of the transaction of its neighbours. */
    boolean isSeparate(int index) {
        return separated == index + 1;
    }

    /** The number of statements before the current transaction, as far as statements were separate from it. */
    int separated() {
        return separated;
    }

    void assignToken(int index, String token) {
        tokens.put(index, token);
    }

    @Nullable
    String token(int index) {
        return tokens.get(index);
    }

    /** Sets the executed text of a deferred statement. Its hash remains that of the statement of the migration. */
    void completed(int index, String sql) {
        texts.put(
                index,
                new Text(mask.apply(sql), Sha256.of(step.statements().get(index).text())));
    }

    void done(int index, Duration elapsed) {
        long micros = micros(elapsed);
        addStatement(index, EntryState.DONE, null, clock.get().minus(elapsed), micros, null);
        texts.remove(index);
    }

    /** Records as done what an earlier run executed. */
    void foundDone(int index, String reason) {
        addStatement(index, EntryState.DONE, null, null, null, reason);
    }

    void failed(int index, String reason) {
        addNote("Statement " + (index + 1) + " failed: " + reason + ".");
        addStep(EntryState.FAILED, null);
        addStatement(index, EntryState.FAILED, null, null, null, reason);
    }

    /** Marks the step as started again, with a note or null. */
    void resume(@Nullable String reason) {
        startedAt = null;
        if (reason != null) {
            addNote(reason);
        }
        addStep(EntryState.STARTED, null);
    }

    Duration finish() {
        isFinished = true;
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        addStep(EntryState.DONE, micros(elapsed));
        return elapsed;
    }

    /** Whether the version table has to change together with these rows. */
    boolean isFinished() {
        return isFinished;
    }

    /** Drops the rows of statements that were rolled back. */
    void discardFrom(int index) {
        rows.keySet().removeIf(statement -> statement > index);
    }

    /** The number of buffered rows. */
    int size() {
        return rows.size();
    }

    /** Removes and returns the buffered rows. */
    List<JournalRow> take() {
        List<JournalRow> taken = new ArrayList<>(rows.values());
        rows.clear();
        return taken;
    }

    /** Notes are kept: the journal shows the whole history of a step. */
    private void addNote(String sentence) {
        if (!note.endsWith(sentence)) {
            note = (note + " " + sentence).strip();
        }
    }

    private void addStep(EntryState state, @Nullable Long elapsedMicros) {
        isRecorded = true;
        RevisionNode revision = step.step().revision();
        String hash = isFinished ? step.finalHash() : null;
        add(JournalRow.ofStep(
                number,
                revision,
                step.action(),
                state,
                hash == null ? Sha256.of(revision.message()) : hash,
                step.statements().size(),
                startedAt,
                elapsedMicros,
                note.isEmpty() ? null : note));
    }

    private void addStatement(
            int index,
            EntryState state,
            @Nullable String stateBefore,
            @Nullable Instant statementStartedAt,
            @Nullable Long elapsedMicros,
            @Nullable String statementNote) {
        Text text = texts.get(index);
        if (text == null) {
            String sql = step.statements().get(index).text();
            text = new Text(mask.apply(sql), Sha256.of(sql));
            texts.put(index, text);
        }
        add(new JournalRow(
                number,
                index + 1,
                step.step().revision().id(),
                step.action().name(),
                state.name(),
                text.masked(),
                text.hash(),
                null,
                null,
                step.statements().size(),
                stateBefore,
                tokens.get(index),
                statementStartedAt,
                elapsedMicros,
                statementNote));
    }

    private void add(JournalRow row) {
        rows.put(row.statement(), row);
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }

    private record Text(String masked, String hash) {}
}
