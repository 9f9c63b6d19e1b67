package dev.migrate.internal.engine;

import dev.migrate.journal.StatementState;
import dev.migrate.journal.StepState;
import dev.migrate.provider.EffectCheck;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.revision.RevisionNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of one step that are not in the journal yet, or not as they should be. Not thread-safe. */
final class StepRecord {

    private final PreparedStep prepared;
    private final long number;
    private long start = System.nanoTime();
    private final Map<Integer, JournalRow> rows = new TreeMap<>();
    /** A token that was used must never be forgotten. */
    private final Map<Integer, String> tokens = new HashMap<>();

    /** By statement: it is written twice. */
    private final Map<Integer, Shown> shown = new HashMap<>();

    private String note;
    private boolean isFinished;

    /**
     * @param note what the journal says of the step already, or null
     */
    StepRecord(PreparedStep prepared, long number, @Nullable String note) {
        this.prepared = prepared;
        this.number = number;
        this.note = note == null ? "" : note;
    }

    /** What was said before stays: the journal tells the whole story of a step. */
    private void add(String sentence) {
        if (!note.endsWith(sentence)) {
            note = (note + " " + sentence).strip();
        }
    }

    long number() {
        return number;
    }

    PreparedStep prepared() {
        return prepared;
    }

    /** It was announced earlier than it is run. */
    void begins() {
        start = System.nanoTime();
    }

    /**
     * The statements from one number, counted from zero, to another are about to run.
     *
     * @param earlier statements that are about to run before them, and that the journal knows of by the same note
     */
    void started(int from, int to, List<PlannedStatement> earlier) {
        step(StepState.STARTED, null);
        List<PlannedStatement> before = new ArrayList<>(earlier);
        for (int i = from; i < to; i++) {
            PlannedStatement statement = prepared.statements().get(i);
            EffectCheck effectCheck = statement.effectCheck();
            boolean isSeen = effectCheck.kind() == EffectCheck.Kind.STATE_COMPARISON && !tokens.containsKey(i);
            // What a part belongs to is not there before: asking for the part would cost more than all the rest.
            boolean isMade = isPartOfOne(statement, before);
            before.add(statement);
            statement(
                    i,
                    StatementState.STARTED,
                    isSeen ? (isMade ? Journal.NOTHING : effectCheck.state()) : null,
                    0,
                    null,
                    null);
        }
    }

    private static boolean isPartOfOne(PlannedStatement statement, List<PlannedStatement> earlier) {
        for (PlannedStatement made : earlier) {
            if (statement.effectCheck().subject().isPartOf(made.effectCheck().subject())) {
                return true;
            }
        }
        return false;
    }

    void token(int index, String token) {
        tokens.put(index, token);
    }

    @Nullable
    String token(int index) {
        return tokens.get(index);
    }

    void done(int index, Duration elapsed) {
        long micros = micros(elapsed);
        statement(index, StatementState.DONE, null, micros, micros, null);
    }

    void foundDone(int index, String how) {
        statement(index, StatementState.DONE, null, 0, null, how);
    }

    void failed(int index, String why) {
        add("Statement " + (index + 1) + " failed: " + why + ".");
        step(StepState.FAILED, null);
        statement(index, StatementState.FAILED, null, 0, null, why);
    }

    /** The step goes on, or is left to the next run. */
    void goesOn(@Nullable String why) {
        if (why != null) {
            add(why);
        }
        step(StepState.STARTED, null);
    }

    Duration finished() {
        isFinished = true;
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        step(StepState.DONE, micros(elapsed));
        return elapsed;
    }

    /** Whether the version table has to change together with what is to be written. */
    boolean isFinished() {
        return isFinished;
    }

    /** What the statements from one on did was rolled back. */
    void discardFrom(int index) {
        rows.keySet().removeIf(statement -> statement > index);
    }

    Collection<JournalRow> take() {
        List<JournalRow> taken = new ArrayList<>(rows.values());
        rows.clear();
        return taken;
    }

    private void step(StepState state, @Nullable Long elapsedMicros) {
        RevisionNode revision = prepared.step().revision();
        put(new JournalRow(
                number,
                0,
                revision.id(),
                prepared.action().name(),
                state.name(),
                revision.message(),
                Sha256.of(revision.message()),
                String.join(",", revision.parents()),
                String.join(",", revision.dependsOn()),
                prepared.statements().size(),
                null,
                null,
                micros(Duration.ofNanos(System.nanoTime() - start)),
                elapsedMicros,
                note.isEmpty() ? null : note));
    }

    private void statement(
            int index,
            StatementState state,
            @Nullable String stateBefore,
            long agoMicros,
            @Nullable Long elapsedMicros,
            @Nullable String note) {
        Shown text = shown.get(index);
        if (text == null) {
            text = Shown.of(prepared.statements().get(index).text());
            shown.put(index, text);
        }
        put(new JournalRow(
                number,
                index + 1,
                prepared.step().revision().id(),
                prepared.action().name(),
                state.name(),
                text.shown(),
                text.hash(),
                null,
                null,
                prepared.statements().size(),
                stateBefore,
                tokens.get(index),
                agoMicros,
                elapsedMicros,
                note));
    }

    private record Shown(String shown, String hash) {
        static Shown of(String text) {
            return new Shown(MaskedSql.of(text), Sha256.of(text));
        }
    }

    private void put(JournalRow row) {
        rows.put(row.statement(), row);
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
