package dev.migrate.internal.engine;

import dev.migrate.error.MigrateException;
import dev.migrate.event.RunListener;
import dev.migrate.journal.JournalStep;
import dev.migrate.plan.CompletedStep;
import dev.migrate.plan.RowChange;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.PlannedStatement.Effect;
import dev.migrate.provider.SqlRenderer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs prepared steps, one after the other, in one session that holds the lock, so that whatever dies, the next runner
 * can tell what is done. Not thread-safe.
 *
 * <p>How a step runs:
 *
 * <ol>
 *   <li>Statements that a transaction can hold are committed together with their rows of the journal.
 *   <li>In front of statements that commit by themselves, the journal says that they are about to run, and how things
 *       look before. That is not committed here: the server does it right before it starts the first of them. As long as
 *       one can see in the database which of them are done, one such note serves many, those of the next steps included.
 *   <li>The change of the version table, and the note that the steps are done, ride on the commit in front of a later
 *       statement where that is one of the server's own, and are committed otherwise.
 * </ol>
 */
public final class StepRunner {

    private static final String FOUND = "Found done after the run had died.";

    private final Session session;
    private final HistoryWriter historyWriter;
    private final RunListener listener;
    private final LockWaitRetry lockWaitRetry;
    private final @Nullable ProgressMonitor watch;
    private final @Nullable GtidTokens tokens;

    /**
     * Makes a runner.
     *
     * @param session the session, begun
     * @param lock the lock, which the session holds
     * @param renderer how texts are quoted
     * @param versions the version table
     * @param options how it goes about its work
     * @param watch tells how far long statements have come, or null
     */
    public StepRunner(
            Session session,
            NamedLock lock,
            SqlRenderer renderer,
            VersionTable versions,
            RunOptions options,
            @Nullable ProgressMonitor watch) {
        this.session = session;
        this.historyWriter = new HistoryWriter(session, lock, renderer, versions);
        this.listener = options.listener();
        this.watch = watch;
        this.tokens = options.hasTokens() ? new GtidTokens(session.connection(), new Journal(versions)) : null;
        this.lockWaitRetry = new LockWaitRetry(session.connection(), options.tableTimeout(), listener);
    }

    /**
     * Creates the tables that are missing. To be called before anything is run or recorded.
     *
     * @param state what is there
     * @throws MigrateException if one cannot be created
     */
    public void createMissing(DatabaseState state) {
        if (tokens != null) {
            tokens.requireUsable();
        }
        historyWriter.createMissing(state);
    }

    /**
     * Finds out how far unfinished steps have come.
     *
     * @param steps the steps at the end of the journal that have not come to their end
     * @return how many statements of each are done: all of the first ones, some of one, and nothing of the rest
     * @throws MigrateException if that cannot be told, or one that is done reads differently now
     */
    public List<Integer> done(List<InterruptedStep> steps) {
        return new Recovery(steps, new EffectProbe(session)::look).done();
    }

    /**
     * Runs steps.
     *
     * @param steps the steps
     * @param last the number of the last step in the journal
     * @param completed is told of each step that is complete
     * @throws MigrateException if a statement fails, or a change of the version table; the steps before are complete
     */
    public void run(List<PreparedStep> steps, long last, Consumer<CompletedStep> completed) {
        long number = last;
        for (StepBatch batch : StepBatch.of(steps, tokens != null)) {
            List<StepRecord> records = new ArrayList<>();
            for (PreparedStep step : batch.steps()) {
                number++;
                records.add(new StepRecord(step, number, null));
            }
            if (batch.isOfSeveral()) {
                historyWriter.announce(records);
            }
            for (StepRecord record : records) {
                List<PlannedStatement> statements = record.prepared().statements();
                completed.accept(run(
                        record,
                        0,
                        batch.isOfSeveral()
                                ? List.of(new StatementGroup(
                                        StatementGroup.Kind.WRITE_AHEAD_BATCHED, 0, statements.size()))
                                : StatementGroup.of(statements, 0, tokens != null)));
            }
        }
    }

    /**
     * Brings an unfinished step to its end.
     *
     * @param begun the step
     * @param done how many of its statements are done
     * @return the step, complete
     * @throws MigrateException if a statement fails, or a change of the version table
     */
    public CompletedStep resume(InterruptedStep begun, int done) {
        PreparedStep prepared = begun.prepared();
        JournalStep step = begun.journal();
        StepRecord record = new StepRecord(prepared, step.number(), step.note());
        historyWriter.settleFoundDone(step, done, record, FOUND, null);
        for (int i = 0; i < done; i++) {
            if (prepared.statements().get(i).effect() == Effect.SESSION_ONLY) {
                // The session is a new one.
                execute(prepared, record, i);
            }
        }
        return run(record, done, StatementGroup.of(prepared.statements(), done, tokens != null));
    }

    /**
     * Records what was found out about an unfinished step, and nothing else.
     *
     * @param begun the step
     * @param done how many of its statements are done
     * @param note what is to be said of it
     * @throws MigrateException if it cannot be recorded
     */
    public void settle(InterruptedStep begun, int done, String note) {
        JournalStep step = begun.journal();
        StepRecord record = new StepRecord(begun.prepared(), step.number(), step.note());
        historyWriter.settleFoundDone(step, done, record, note, note);
    }

    /**
     * Notes that a step is given up as it is.
     *
     * @param step its number
     * @param note why
     * @throws MigrateException if it cannot be recorded
     */
    public void giveUp(long step, String note) {
        historyWriter.giveUp(step, note);
    }

    /**
     * Changes the version table alone, all in one transaction with its rows of the journal.
     *
     * @param changes the changes
     * @param rows what the journal says of it
     * @throws MigrateException if one of them fails; then none is made
     */
    public void record(List<RowChange> changes, List<StampRow> rows) {
        historyWriter.record(changes, rows);
    }

    /**
     * Commits what the last step has left to the commit of a following one.
     *
     * @throws MigrateException if that fails
     */
    public void settle() {
        historyWriter.settle();
    }

    private CompletedStep run(StepRecord record, int done, List<StatementGroup> segments) {
        PreparedStep prepared = record.prepared();
        record.begins();
        listener.stepStarted(prepared.step(), done, prepared.statements().size());
        if (segments.isEmpty() || !segments.get(0).isAhead()) {
            historyWriter.settle();
        }
        for (StatementGroup segment : segments) {
            run(prepared, record, segment);
        }
        Duration elapsed = record.finished();
        historyWriter.hold(record);
        boolean canWait =
                !segments.isEmpty() && segments.get(segments.size() - 1).isEvident();
        if (canWait) {
            historyWriter.catchUp();
        } else {
            historyWriter.settle();
        }
        if (prepared.canChangeTheSession()) {
            historyWriter.renewSession();
        }
        CompletedStep completed =
                new CompletedStep(prepared.step(), prepared.statements().size(), Instant.now(), elapsed);
        listener.stepDone(completed);
        return completed;
    }

    private void run(PreparedStep prepared, StepRecord record, StatementGroup segment) {
        if (segment.kind() == StatementGroup.Kind.ISOLATED) {
            historyWriter.settle();
        }
        if (segment.kind() == StatementGroup.Kind.WITH_TOKEN) {
            // The id has to be set outside of a transaction: this commit is the price of tokens.
            record.token(segment.from(), Objects.requireNonNull(tokens).next());
            historyWriter.announceDurably(record, segment);
        } else if (segment.isAnnounced()) {
            historyWriter.announce(record, segment);
        }
        for (int i = segment.from(); i < segment.to(); i++) {
            record.done(i, execute(prepared, record, i));
        }
        historyWriter.hold(record);
        if (segment.isSettled()) {
            historyWriter.settle();
        }
    }

    private Duration execute(PreparedStep prepared, StepRecord record, int index) {
        PlannedStatement statement = prepared.statements().get(index);
        StatementExecutor execution = new StatementExecutor(session, statement, tokens, record.token(index));
        listener.statementStarted(prepared.step(), index + 1, MaskedSql.of(statement.text()));
        long start = System.nanoTime();
        try {
            carryOut(prepared, index, execution);
        } catch (Exception e) {
            throw new FailureHandler(session, historyWriter).of(prepared, record, index, execution.text(), e);
        }
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        listener.statementDone(prepared.step(), index + 1, elapsed);
        return elapsed;
    }

    private void carryOut(PreparedStep prepared, int index, StatementExecutor execution) throws Exception {
        PlannedStatement statement = prepared.statements().get(index);
        if (statement.effect() != Effect.IMPLICIT_COMMIT) {
            statement.accept(execution);
        } else if (watch == null) {
            lockWaitRetry.carryOut(prepared.step(), index + 1, statement, execution);
        } else {
            Future<?> watching =
                    watch.start(percent -> listener.statementProgress(prepared.step(), index + 1, percent));
            try {
                lockWaitRetry.carryOut(prepared.step(), index + 1, statement, execution);
            } finally {
                watch.stop(watching);
            }
        }
    }
}
