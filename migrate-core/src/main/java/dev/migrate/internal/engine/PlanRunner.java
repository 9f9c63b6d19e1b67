package dev.migrate.internal.engine;

import dev.migrate.error.HistoryException;
import dev.migrate.error.Outcome;
import dev.migrate.event.CompletedStep;
import dev.migrate.event.RunListener;
import dev.migrate.plan.RowChange;
import dev.migrate.provider.CommitTokens;
import dev.migrate.provider.JournalRow;
import dev.migrate.provider.MigrationLock;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.PlannedStatement.Effect;
import dev.migrate.provider.SessionUse.Trait;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs prepared steps in the session that holds the migration lock, so that the next run can resume exactly after any
 * failure. Not thread-safe.
 *
 * <ol>
 *   <li>Transactional statements share a transaction with their rows of the journal.
 *   <li>The intent of statements that commit implicitly is written to the journal before they run. The server itself
 *       commits it before the first of them. One intent can cover many statements, even of several steps, if the effect
 *       of each can be probed separately.
 *   <li>The version table and the completion of a step are committed together with a later statement where possible,
 *       and otherwise immediately.
 * </ol>
 */
final class PlanRunner {

    private final Session session;
    private final HistoryWriter history;
    private final StatementExecutor executor;
    private final RunListener listener;
    private final @Nullable CommitTokens tokens;

    PlanRunner(
            Session session,
            History history,
            MigrationLock lock,
            RunOptions options,
            @Nullable ProgressMonitor monitor) {
        this.session = session;
        this.history = new HistoryWriter(session, history.store(), lock);
        this.listener = options.listener();
        this.tokens = options.hasTokens()
                ? session.provider()
                        .commitTokens(session.connection(), history.store().versionTable())
                        .orElseThrow(() -> new IllegalStateException(
                                "Commit tokens are enabled, but the database does not support them."))
                : null;
        FailureHandler failures = new FailureHandler(session, lock, history, this.history);
        this.executor = new StatementExecutor(session, this.history, failures, options, monitor, tokens);
    }

    /** Checks that the server accepts commit tokens, if they are used. */
    void requireUsableTokens() {
        if (tokens != null) {
            tokens.requireUsable();
        }
    }

    /**
     * Runs steps.
     *
     * @param steps the steps
     * @param lastStep the number of the last step in the journal
     * @param completed receives each step once it is complete
     */
    void run(List<PreparedStep> steps, long lastStep, Consumer<CompletedStep> completed) {
        long number = lastStep;
        for (WriteAheadBatch batch : WriteAheadBatch.of(steps, tokens != null)) {
            List<JournalBuffer> buffers = new ArrayList<>();
            for (PreparedStep step : batch.steps()) {
                number++;
                buffers.add(buffer(step, number, null));
            }
            if (batch.hasSeveralSteps()) {
                history.recordIntent(buffers);
            }
            for (JournalBuffer buffer : buffers) {
                completed.accept(run(buffer, 0, batch.groups(buffer.step(), tokens != null)));
            }
        }
    }

    private CompletedStep run(JournalBuffer buffer, int done, List<StatementGroup> groups) {
        PreparedStep prepared = buffer.step();
        buffer.begin();
        listener.stepStarted(prepared.step(), done, prepared.statements().size());
        if (groups.isEmpty() || !groups.get(0).isWrittenAhead()) {
            history.flush();
        }
        for (StatementGroup group : groups) {
            recordIntent(buffer, group);
            for (int i = group.from(); i < group.to(); i++) {
                buffer.done(i, execute(buffer, i));
                history.enqueue(buffer);
                if (buffer.isSeparate(i)) {
                    history.flush();
                }
            }
            if (group.mustConfirmNow()) {
                history.flush();
            }
        }
        return complete(buffer, groups);
    }

    private Duration execute(JournalBuffer buffer, int index) {
        Duration elapsed = executor.execute(buffer, index);
        if (buffer.step().statements().get(index).effect() == Effect.IMPLICIT_COMMIT) {
            history.committedImplicitly();
        }
        return elapsed;
    }

    private void recordIntent(JournalBuffer buffer, StatementGroup group) {
        boolean needsNoTransaction = needsNoTransaction(buffer.step(), group);
        if (group.kind() == StatementGroup.Kind.ISOLATED
                || needsNoTransaction
                || (history.isLarge(buffer) && startsTransaction(buffer, group))) {
            // The rows of earlier statements must not be rolled back with this group.
            history.flush();
        }
        if (needsNoTransaction) {
            // A query may have begun a transaction.
            history.commit();
        }
        if (group.kind() == StatementGroup.Kind.WITH_TOKEN) {
            buffer.assignToken(group.from(), nextToken());
        }
        if (group.needsIntent()) {
            history.recordIntent(buffer, group);
        }
        if (group.kind() == StatementGroup.Kind.WITH_TOKEN) {
            // A token must be assigned outside of a transaction: this commit is the price of tokens.
            history.commit();
        }
    }

    private static boolean startsTransaction(JournalBuffer buffer, StatementGroup group) {
        List<PlannedStatement> statements = buffer.step().statements();
        int first = group.from();
        return statements.get(first).effect().continuesTransaction()
                && (first == 0 || !statements.get(first - 1).effect().continuesTransaction());
    }

    private static boolean needsNoTransaction(PreparedStep step, StatementGroup group) {
        for (int i = group.from(); i < group.to(); i++) {
            if (step.statements().get(i).sessionUse().has(Trait.NEEDS_NO_TRANSACTION)) {
                return true;
            }
        }
        return false;
    }

    private CompletedStep complete(JournalBuffer buffer, List<StatementGroup> groups) {
        PreparedStep prepared = buffer.step();
        Duration elapsed = buffer.finish();
        history.enqueue(buffer);
        if (!groups.isEmpty() && groups.get(groups.size() - 1).canConfirmLater()) {
            history.flushIfStale();
        } else {
            history.flush();
        }
        if (prepared.mayChangeSession()) {
            history.resetSession();
        }
        CompletedStep completed = new CompletedStep(
                prepared.step().direction(),
                prepared.step().revision(),
                prepared.action(),
                prepared.statements().size(),
                Instant.now(),
                elapsed);
        listener.stepDone(completed);
        return completed;
    }

    private String nextToken() {
        if (tokens == null) {
            throw new IllegalStateException("Commit tokens are not used in this run.");
        }
        try {
            return tokens.next();
        } catch (SQLException e) {
            throw new HistoryException(
                    HistoryException.Reason.READ_FAILED,
                    Outcome.NOT_DONE,
                    "No commit token could be issued for the next statement: "
                            + session.classify(e).text() + ". The statement was not run.",
                    "Fix the cause and run again.",
                    e);
        }
    }

    /**
     * Completes an interrupted step.
     *
     * @param step the step
     * @param done the number of its statements that are done
     */
    CompletedStep resume(InterruptedStep step, int done) {
        PreparedStep prepared = step.prepared();
        JournalBuffer buffer =
                buffer(prepared, step.journal().number(), step.journal().note());
        history.recordProgress(
                step.journal(), done, buffer, "Found to be executed after the run was interrupted.", null);
        SessionValues values = prepared.sessionValues();
        for (int i = 0; i < done; i++) {
            if (values.isRepeated(i)) {
                // The session is a new one.
                executor.execute(buffer, i);
            }
        }
        return run(buffer, done, StatementGroup.of(prepared, done, tokens != null));
    }

    /** Records the progress of an interrupted step, and runs nothing. */
    void recordProgress(InterruptedStep step, int done, String note) {
        JournalBuffer buffer =
                buffer(step.prepared(), step.journal().number(), step.journal().note());
        history.recordProgress(step.journal(), done, buffer, note, note);
    }

    /** Marks a step as aborted and keeps its entries. */
    void markAborted(long step, String note) {
        history.markAborted(step, note);
    }

    /** Changes the version table without running a migration, in one transaction with the rows of the journal. */
    void stamp(List<RowChange> changes, List<JournalRow> rows) {
        history.stamp(changes, rows);
    }

    /** Commits the completion of the last step. */
    void flush() {
        history.flush();
    }

    private JournalBuffer buffer(PreparedStep step, long number, @Nullable String note) {
        return new JournalBuffer(step, number, note, session.provider()::maskSecrets, session.control()::now);
    }
}
