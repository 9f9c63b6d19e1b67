package dev.migrate.run;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Effect;
import dev.migrate.error.LockLostException;
import dev.migrate.error.MigrateException;
import dev.migrate.error.Outcome;
import dev.migrate.error.VersionTableException;
import dev.migrate.event.RunListener;
import dev.migrate.journal.Action;
import dev.migrate.journal.JournalStep;
import dev.migrate.plan.CompletedStep;
import dev.migrate.plan.RowChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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
 *       one can see in the database which of them are done, one such note serves many.
 *   <li>The change of the version table, and the note that the step is done, ride on the commit in front of the next
 *       step where that is one of the server's own, and are committed otherwise.
 * </ol>
 */
public final class Runner {

    private final Session session;
    private final Connection connection;
    private final VersionTable versions;
    private final Journal journal;
    private final Journal.Writer writer;
    private final RunListener listener;
    private final TablePatience patience;

    /** What is not in the journal yet; null where everything is committed. */
    private @Nullable StepRecord pending;

    /**
     * Makes a runner.
     *
     * @param session the session, begun
     * @param lock the lock, which the session holds
     * @param dialect how texts are quoted
     * @param versions the version table
     * @param tableTimeout how long a statement waits for a table that is in use, all tries together
     * @param listener is told what happens
     */
    public Runner(
            Session session,
            RunnerLock lock,
            Dialect dialect,
            VersionTable versions,
            Duration tableTimeout,
            RunListener listener) {
        this.session = session;
        this.connection = session.connection();
        this.versions = versions;
        this.journal = new Journal(versions);
        this.writer = Journal.Writer.of(dialect, lock);
        this.listener = listener;
        this.patience = new TablePatience(connection, tableTimeout, listener);
    }

    /**
     * Creates the tables that are missing. To be called before anything is run or recorded.
     *
     * @param standing what is there
     * @throws MigrateException if one cannot be created
     */
    public void createMissing(Standing standing) {
        if (!standing.rows().isTablePresent()) {
            versions.create(connection);
        }
        if (!standing.isJournalPresent()) {
            journal.create(connection);
        }
    }

    /**
     * Finds out how far an unfinished step has come.
     *
     * @param step what the journal says of it
     * @param statements its statements as they are now
     * @return how many of them are done
     * @throws MigrateException if that cannot be told, or one that is done reads differently now
     */
    public int done(JournalStep step, List<Statement> statements) {
        return new Recovery(step, statements, new Witness(session)::look).done();
    }

    /**
     * Runs a step.
     *
     * @param prepared the step
     * @param number its number in the journal, one more than the last one's
     * @return the step, complete
     * @throws MigrateException if a statement fails, or a change of the version table; the steps before are complete
     */
    public CompletedStep run(PreparedStep prepared, long number) {
        return run(prepared, new StepRecord(prepared, number, null), 0);
    }

    /**
     * Brings an unfinished step to its end.
     *
     * @param prepared the step
     * @param step what the journal says of it
     * @param done how many of its statements are done
     * @return the step, complete
     * @throws MigrateException if a statement fails, or a change of the version table
     */
    public CompletedStep resume(PreparedStep prepared, JournalStep step, int done) {
        StepRecord record = new StepRecord(prepared, step.number(), step.note());
        settleFoundDone(step, done, record);
        for (int i = 0; i < done; i++) {
            if (prepared.statements().get(i).effect() == Effect.OF_THE_SESSION) {
                // The session is a new one.
                execute(prepared, record, i);
            }
        }
        return run(prepared, record, done);
    }

    /**
     * Records what was found out about an unfinished step, and nothing else.
     *
     * @param prepared the step
     * @param step what the journal says of it
     * @param done how many of its statements are done
     * @param note how that became known
     * @throws MigrateException if it cannot be recorded
     */
    public void settle(PreparedStep prepared, JournalStep step, int done, String note) {
        StepRecord record = new StepRecord(prepared, step.number(), note);
        settleFoundDone(step, done, record);
    }

    /**
     * Notes that a step is given up as it is.
     *
     * @param step its number
     * @param note why
     * @throws MigrateException if it cannot be recorded
     */
    public void giveUp(long step, String note) {
        guarded("The journal", () -> {
            journal.giveUp(connection, step, note, writer);
            connection.commit();
        });
    }

    /**
     * Changes the version table alone, all in one transaction with its rows of the journal.
     *
     * @param changes the changes
     * @param rows what the journal says of it
     * @throws MigrateException if one of them fails; then none is made
     */
    public void record(List<RowChange> changes, List<StampRow> rows) {
        guarded("The version table", () -> {
            for (RowChange change : changes) {
                versions.apply(connection, change);
            }
            StampRow.write(rows, journal, connection, writer);
            connection.commit();
        });
    }

    /**
     * Commits what the last step has left to the commit of a following one.
     *
     * @throws MigrateException if that fails
     */
    public void settle() {
        StepRecord record = pending;
        if (record != null) {
            guarded("All statements have run, but the journal or the version table", () -> {
                write(record);
                connection.commit();
            });
            pending = null;
        }
    }

    private CompletedStep run(PreparedStep prepared, StepRecord record, int done) {
        listener.stepStarted(prepared.step(), done, prepared.statements().size());
        List<Segment> segments = Segment.of(prepared.statements(), done);
        if (segments.isEmpty() || !segments.get(0).isAhead()) {
            settle();
        }
        for (Segment segment : segments) {
            run(prepared, record, segment);
        }
        Duration elapsed = finish(prepared, record);
        boolean isLastVisible =
                !segments.isEmpty() && segments.get(segments.size() - 1).kind() == Segment.Kind.AHEAD;
        if (!isLastVisible) {
            settle();
        }
        CompletedStep completed =
                new CompletedStep(prepared.step(), prepared.statements().size(), Instant.now(), elapsed);
        listener.stepDone(completed);
        return completed;
    }

    private void run(PreparedStep prepared, StepRecord record, Segment segment) {
        if (segment.isAhead()) {
            announce(record, segment);
        }
        for (int i = segment.from(); i < segment.to(); i++) {
            record.done(i, execute(prepared, record, i));
        }
        pending = record;
        if (segment.kind() == Segment.Kind.AHEAD_AND_AFTER) {
            settle();
        }
    }

    /** Says what is about to run. The server commits that, and all that waits, in front of the first statement. */
    private void announce(StepRecord record, Segment segment) {
        StepRecord before = pending;
        record.started(segment.from(), segment.to());
        guarded("The journal", () -> {
            if (before != null && before != record) {
                write(before);
            }
            write(record);
        });
        pending = null;
    }

    private Duration finish(PreparedStep prepared, StepRecord record) {
        String subject = "All statements of " + prepared.step().revision().id() + " have run, but the version table";
        Duration elapsed = record.finished();
        guarded(subject, () -> {
            for (RowChange change : prepared.step().rowChanges()) {
                versions.apply(connection, change);
            }
            if (prepared.action() == Action.ABORT) {
                journal.giveUp(connection, record.number() - 1, "It was taken back.", writer);
            }
        });
        pending = record;
        return elapsed;
    }

    private void settleFoundDone(JournalStep step, int done, StepRecord record) {
        record.goesOn();
        for (int i = step.done(); i < done; i++) {
            record.foundDone(i, "Found done after the run had died.");
        }
        guarded("The journal", () -> {
            journal.forget(connection, step.number(), done + 1, writer);
            write(record);
            connection.commit();
        });
    }

    private Duration execute(PreparedStep prepared, StepRecord record, int index) {
        Statement statement = prepared.statements().get(index);
        Execution execution = new Execution(session, statement);
        listener.statementStarted(prepared.step(), index + 1, statement.text());
        long start = System.nanoTime();
        try {
            if (statement.effect() == Effect.COMMITS_BY_ITSELF) {
                patience.carryOut(prepared.step(), index + 1, statement, execution);
            } else {
                statement.accept(execution);
            }
        } catch (Exception e) {
            throw failed(prepared, record, index, new Failure(execution.text(), e));
        }
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        listener.statementDone(prepared.step(), index + 1, elapsed);
        return elapsed;
    }

    private MigrateException failed(PreparedStep prepared, StepRecord record, int index, Failure failure) {
        boolean isTogether = prepared.statements().get(index).effect() == Effect.TRANSACTIONAL;
        int durable = isTogether ? startOfTransaction(prepared.statements(), index) : index;
        boolean isLost = session.isLost();
        MigrateException described =
                new FailedStatement(prepared, index, failure.text(), durable, isLost, failure.cause()).describe();
        if (isLost) {
            return described;
        }
        try {
            if (isTogether) {
                connection.rollback();
                record.discardFrom(durable);
            }
            record.failed(index, SqlFailure.textOf(failure.cause()));
            journal.forget(connection, record.number(), index + 1, writer);
            StepRecord before = pending;
            if (before != null && before != record) {
                write(before);
            }
            write(record);
            connection.commit();
            pending = null;
        } catch (SQLException | LockLostException e) {
            described.addSuppressed(e);
            rollBack(described);
        }
        return described;
    }

    /** Where the transaction began that a statement is part of. */
    private static int startOfTransaction(List<Statement> statements, int index) {
        int start = index;
        while (start > 0 && statements.get(start - 1).effect() == Effect.TRANSACTIONAL) {
            start--;
        }
        return start;
    }

    private void write(StepRecord record) throws SQLException {
        Collection<JournalRow> rows = record.take();
        if (!rows.isEmpty()) {
            journal.write(connection, rows, writer);
        }
    }

    /** Does what changes our own tables. When it fails, nothing of it is left, or nobody knows. */
    private void guarded(String subject, Change change) {
        try {
            change.make();
        } catch (SQLException e) {
            Outcome outcome = SqlFailure.of(e).isAnswerLost() ? Outcome.UNKNOWN : Outcome.NOT_DONE;
            MigrateException failure = notRecorded(outcome, subject, e);
            rollBack(failure);
            throw failure;
        } catch (MigrateException e) {
            rollBack(e);
            throw e;
        }
    }

    private static MigrateException notRecorded(Outcome outcome, String subject, SQLException e) {
        boolean isUnknown = outcome == Outcome.UNKNOWN;
        return new VersionTableException(
                outcome,
                subject + (isUnknown ? " may or may not have been changed: " : " could not be changed: ")
                        + SqlFailure.of(e).text() + ".",
                "Run again: the next run sees what is done, and goes on from there.",
                e);
    }

    private void rollBack(MigrateException failure) {
        pending = null;
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private record Failure(String text, Exception cause) {}

    /** A change of our own tables. */
    private interface Change {
        void make() throws SQLException;
    }
}
