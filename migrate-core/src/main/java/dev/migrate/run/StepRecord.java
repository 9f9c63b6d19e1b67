package dev.migrate.run;

import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Trace;
import dev.migrate.journal.StatementState;
import dev.migrate.journal.StepState;
import dev.migrate.revision.RevisionNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of one step that are not in the journal yet, or not as they should be. Not thread-safe. */
final class StepRecord {

    private final PreparedStep prepared;
    private final long number;
    private final long start = System.nanoTime();
    private final Map<Integer, JournalRow> rows = new TreeMap<>();

    private @Nullable String note;

    /**
     * @param note what the journal says of the step already, or null
     */
    StepRecord(PreparedStep prepared, long number, @Nullable String note) {
        this.prepared = prepared;
        this.number = number;
        this.note = note;
    }

    long number() {
        return number;
    }

    /** The statements from one number, counted from zero, to another are about to run. */
    void started(int from, int to) {
        step(StepState.STARTED, null);
        for (int i = from; i < to; i++) {
            Trace trace = prepared.statements().get(i).trace();
            String state = trace.kind() == Trace.Kind.VISIBLE ? trace.state() : null;
            statement(i, StatementState.STARTED, state, 0, null, null);
        }
    }

    void done(int index, Duration elapsed) {
        long micros = micros(elapsed);
        statement(index, StatementState.DONE, null, micros, micros, null);
    }

    void foundDone(int index) {
        statement(index, StatementState.DONE, null, 0, null, "Found done after the run had died.");
    }

    void failed(int index, String why) {
        note = "Statement " + (index + 1) + " failed: " + why;
        step(StepState.FAILED, null);
        statement(index, StatementState.FAILED, null, 0, null, why);
    }

    void goesOn() {
        step(StepState.STARTED, null);
    }

    Duration finished() {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        step(StepState.DONE, micros(elapsed));
        return elapsed;
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
                TextHash.of(revision.message()),
                String.join(",", revision.parents()),
                String.join(",", revision.dependsOn()),
                prepared.statements().size(),
                null,
                micros(Duration.ofNanos(System.nanoTime() - start)),
                elapsedMicros,
                note));
    }

    private void statement(
            int index,
            StatementState state,
            @Nullable String stateBefore,
            long agoMicros,
            @Nullable Long elapsedMicros,
            @Nullable String note) {
        Statement statement = prepared.statements().get(index);
        put(new JournalRow(
                number,
                index + 1,
                prepared.step().revision().id(),
                prepared.action().name(),
                state.name(),
                statement.text(),
                TextHash.of(statement.text()),
                null,
                null,
                prepared.statements().size(),
                stateBefore,
                agoMicros,
                elapsedMicros,
                note));
    }

    private void put(JournalRow row) {
        rows.put(row.statement(), row);
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
