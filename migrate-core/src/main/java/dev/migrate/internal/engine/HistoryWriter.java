package dev.migrate.internal.engine;

import dev.migrate.error.HistoryException;
import dev.migrate.error.MigrateException;
import dev.migrate.error.Outcome;
import dev.migrate.journal.Action;
import dev.migrate.journal.JournalStep;
import dev.migrate.plan.RowChange;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.SqlRenderer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the journal and the version table in step with what runs, with as few commands and commits as prove it. Not
 * thread-safe.
 */
final class HistoryWriter {

    private static final Duration LONGEST_DELAY = Duration.ofSeconds(1);
    private static final String OWN_TABLES = "The journal or the version table";

    private final Session session;
    private final Connection connection;
    private final VersionTable versions;
    private final Journal journal;
    private final Journal.Writer writer;

    /** Whose rows are not written, in the order of the steps. */
    private final List<StepRecord> pending = new ArrayList<>();

    /** Whether something is written that may not be committed. */
    private boolean isOpen;

    private long writtenAt = System.nanoTime();

    HistoryWriter(Session session, NamedLock lock, SqlRenderer renderer, VersionTable versions) {
        this.session = session;
        this.connection = session.connection();
        this.versions = versions;
        this.journal = new Journal(versions);
        this.writer = new Journal.Writer(renderer, lock.name());
    }

    void createMissing(DatabaseState state) {
        if (!state.rows().isTablePresent()) {
            versions.create(connection);
        }
        if (!state.isJournalPresent()) {
            journal.create(connection);
        }
    }

    Optional<JournalStep> find(long step) {
        return journal.find(session, step);
    }

    /** Says what is about to run. The server commits that, and all that waits, in front of a DDL statement. */
    void announce(StepRecord record, StatementGroup segment) {
        record.started(segment.from(), segment.to(), List.of());
        hold(record);
        guarded(OWN_TABLES, this::write);
    }

    /** Says of several steps that they are about to run. */
    void announce(List<StepRecord> records) {
        List<PlannedStatement> earlier = new ArrayList<>();
        for (StepRecord record : records) {
            List<PlannedStatement> statements = record.prepared().statements();
            record.started(0, statements.size(), earlier);
            earlier.addAll(statements);
            hold(record);
        }
        guarded(OWN_TABLES, this::write);
    }

    /** Says what is about to run, and commits that here. */
    void announceDurably(StepRecord record, StatementGroup segment) {
        announce(record, segment);
        guarded(OWN_TABLES, connection::commit);
    }

    /** Notes that there is something to write, with the next commit that comes along. */
    void hold(StepRecord record) {
        if (!pending.contains(record)) {
            pending.add(record);
        }
    }

    /** Commits what waits. */
    void settle() {
        if (isOpen || !pending.isEmpty()) {
            guarded("All statements have run, but the journal or the version table", () -> {
                write();
                connection.commit();
                isOpen = false;
            });
        }
    }

    /**
     * Writes what waits if it has waited for long, and leaves it to the commit in front of the next statement: whoever
     * asks how far a run has come should not see less than what was done a second ago.
     */
    void catchUp() {
        if (System.nanoTime() - writtenAt > LONGEST_DELAY.toNanos()) {
            guarded(OWN_TABLES, this::write);
        }
    }

    /**
     * Records how far an unfinished step has come.
     *
     * @param how how it became known of statements that the journal did not know as done
     * @param note what is to be said of the step, or null
     */
    void settleFoundDone(JournalStep step, int done, StepRecord record, String how, @Nullable String note) {
        record.goesOn(note);
        for (int i = step.done(); i < done; i++) {
            record.foundDone(i, how);
        }
        hold(record);
        guarded(OWN_TABLES, () -> {
            if (done < record.prepared().statements().size()) {
                // What was announced behind it did not run.
                journal.forget(connection, step.number(), done + 1, writer);
            }
            write();
            connection.commit();
        });
    }

    /** Records that a statement failed. What goes wrong now is added to the failure. */
    void recordFailure(StepRecord record, int index, String why, MigrateException failure) {
        record.failed(index, why);
        hold(record);
        try {
            journal.forget(connection, record.number(), index + 1, writer);
            write();
            connection.commit();
        } catch (SQLException | MigrateException e) {
            failure.addSuppressed(e);
            rollBack(failure);
        }
    }

    /** A run that goes on in a new session must not differ from one that was never interrupted. */
    void renewSession() {
        settle();
        guarded("The settings of the session", session::renew);
    }

    void giveUp(long step, String note) {
        guarded("The journal", () -> {
            journal.giveUp(connection, step, note, writer);
            connection.commit();
        });
    }

    /** Changes the version table alone, all in one transaction with its rows of the journal. */
    void record(List<RowChange> changes, List<StampRow> rows) {
        guarded("The version table", () -> {
            for (RowChange change : changes) {
                versions.apply(connection, writer.renderer(), change);
            }
            StampRow.write(rows, journal, connection, writer);
            connection.commit();
        });
    }

    /** Forgets what waits, in the database and here. */
    void rollBack(MigrateException failure) {
        pending.clear();
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** With one command, beside those that change the version table. */
    private void write() throws SQLException {
        isOpen = true;
        List<RowChange> changes = new ArrayList<>();
        for (StepRecord record : pending) {
            if (record.isFinished()) {
                changes.addAll(record.prepared().step().rowChanges());
            }
        }
        for (RowChange change : RowChange.joined(changes)) {
            versions.apply(connection, writer.renderer(), change);
        }
        List<JournalRow> rows = new ArrayList<>();
        for (StepRecord record : pending) {
            if (record.isFinished() && record.prepared().action() == Action.ABORT) {
                journal.giveUp(connection, record.number() - 1, "It was taken back.", writer);
            }
            rows.addAll(record.take());
        }
        if (!rows.isEmpty()) {
            journal.write(connection, rows, writer);
        }
        pending.clear();
        writtenAt = System.nanoTime();
    }

    /** Does what changes our own tables. When it fails, nothing of it is left, or nobody knows. */
    private void guarded(String subject, Change change) {
        try {
            change.make();
        } catch (SQLException e) {
            Outcome outcome = ServerError.of(e).isAnswerLost() ? Outcome.UNKNOWN : Outcome.NOT_DONE;
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
        return new HistoryException(
                HistoryException.Reason.WRITE_FAILED,
                outcome,
                subject + (isUnknown ? " may or may not have been changed: " : " could not be changed: ")
                        + ServerError.of(e).text() + ".",
                "Run again: the next run sees what is done, and goes on from there.",
                e);
    }

    /** A change of our own tables. */
    private interface Change {
        void make() throws SQLException;
    }
}
