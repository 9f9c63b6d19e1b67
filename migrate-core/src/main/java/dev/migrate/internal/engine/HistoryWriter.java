package dev.migrate.internal.engine;

import dev.migrate.error.HistoryException;
import dev.migrate.error.MigrateException;
import dev.migrate.error.Outcome;
import dev.migrate.journal.Action;
import dev.migrate.journal.JournalStep;
import dev.migrate.plan.RowChange;
import dev.migrate.provider.DatabaseError;
import dev.migrate.provider.HistoryStore;
import dev.migrate.provider.JournalRow;
import dev.migrate.provider.MigrationLock;
import dev.migrate.provider.PlannedStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the journal and the version table, with as few commands and commits as crash safety allows. Not thread-safe.
 *
 * <p>Rows are enqueued and written together: before the next statement that commits implicitly, so that the server
 * commits them with it, or by {@link #flush}.
 */
final class HistoryWriter {

    private static final Duration MAX_DELAY = Duration.ofSeconds(1);
    /** The unwritten rows of a step after which they are written within the transaction, to save memory. */
    private static final int MAX_ROWS = 500;

    private static final String TABLES = "The journal or the version table";

    private final Session session;
    private final Connection connection;
    private final HistoryStore store;
    private final MigrationLock lock;
    /** The buffers with unwritten rows, in the order of the steps. */
    private final List<JournalBuffer> queue = new ArrayList<>();

    /** Whether rows were written that are not committed; statements of their transaction are not, either. */
    private boolean hasUncommitted;

    private long writtenAt = System.nanoTime();

    HistoryWriter(Session session, HistoryStore store, MigrationLock lock) {
        this.session = session;
        this.connection = session.connection();
        this.store = store;
        this.lock = lock;
    }

    /** Records the intent of a group. The server commits it, and all enqueued rows, before a DDL statement. */
    void recordIntent(JournalBuffer buffer, StatementGroup group) {
        buffer.recordIntent(group.from(), group.to(), List.of());
        enqueue(buffer);
        guarded(TABLES, this::write);
    }

    /** Records the intent of several steps together. */
    void recordIntent(List<JournalBuffer> buffers) {
        List<PlannedStatement> earlier = new ArrayList<>();
        for (JournalBuffer buffer : buffers) {
            List<PlannedStatement> statements = buffer.step().statements();
            buffer.recordIntent(0, statements.size(), earlier);
            earlier.addAll(statements);
            enqueue(buffer);
        }
        guarded(TABLES, this::write);
    }

    void commit() {
        guarded(TABLES, connection::commit);
        hasUncommitted = false;
    }

    /**
     * Commits what was done before a statement that cannot be part of a transaction, and its intent. Its outcome cannot be
     * recorded in one transaction with its effect.
     */
    void separate(JournalBuffer buffer, int index) {
        flush();
        buffer.recordSeparate(index);
        enqueue(buffer);
        flush();
    }

    /** Returns whether rows were written that the next statement is to commit implicitly. */
    boolean hasUncommitted() {
        return hasUncommitted;
    }

    /** Notes that the server has committed the written rows. */
    void committedImplicitly() {
        hasUncommitted = false;
    }

    /** Schedules the rows of a buffer to be committed with the next commit. */
    void enqueue(JournalBuffer buffer) {
        if (!queue.contains(buffer)) {
            queue.add(buffer);
        }
        if (buffer.size() > MAX_ROWS) {
            guarded(TABLES, this::write);
        }
    }

    /** Returns whether the rows of a step may be written in several commands, within a transaction of its statements. */
    boolean isLarge(JournalBuffer buffer) {
        return buffer.step().statements().size() > MAX_ROWS;
    }

    /** Writes and commits all enqueued rows. */
    void flush() {
        if (hasUncommitted || !queue.isEmpty()) {
            guarded("All statements have run, but the journal or the version table", () -> {
                write();
                connection.commit();
                hasUncommitted = false;
            });
        }
    }

    /**
     * Writes the enqueued rows if the last write was long ago, and leaves the commit to the next statement, so that
     * readers of the journal are at most about a second behind.
     */
    void flushIfStale() {
        if (System.nanoTime() - writtenAt > MAX_DELAY.toNanos()) {
            guarded(TABLES, this::write);
        }
    }

    /**
     * Records the progress of an interrupted step.
     *
     * @param journal the step as the journal recorded it
     * @param done the number of its statements that are done
     * @param buffer the rows of the step
     * @param reason why statements that the journal does not show as done are done
     * @param note a note on the step, or null
     */
    void recordProgress(JournalStep journal, int done, JournalBuffer buffer, String reason, @Nullable String note) {
        buffer.resume(note);
        for (int i = journal.done(); i < done; i++) {
            buffer.foundDone(i, reason);
        }
        enqueue(buffer);
        guarded(TABLES, () -> {
            if (done < buffer.step().statements().size()) {
                store.deleteIntents(connection, journal.number(), done + 1, lock);
            }
            write();
            connection.commit();
        });
    }

    /** Records that a statement failed. Further failures are suppressed exceptions of the first one. */
    void recordFailure(JournalBuffer buffer, int index, String reason, MigrateException failure) {
        buffer.failed(index, reason);
        enqueue(buffer);
        try {
            store.deleteIntents(connection, buffer.number(), index + 1, lock);
            write();
            connection.commit();
        } catch (SQLException | MigrateException e) {
            failure.addSuppressed(e);
            rollBack(failure);
        }
    }

    /** Resets the session after a step, so that a resumed run equals one that was never interrupted. */
    void resetSession() {
        flush();
        guarded("The settings of the session", session.control()::reset);
    }

    void markAborted(long step, String note) {
        guarded("The journal", () -> {
            store.markAborted(connection, step, note, lock);
            connection.commit();
        });
    }

    /** Changes the version table without running a migration, in one transaction with the rows of the journal. */
    void stamp(List<RowChange> changes, List<JournalRow> rows) {
        guarded("The version table", () -> {
            for (RowChange change : changes) {
                apply(change);
            }
            store.write(connection, rows, lock);
            connection.commit();
        });
    }

    /** Discards everything that is not committed, here and in the database. */
    void rollBack(MigrateException failure) {
        queue.clear();
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** The rows of the journal are written together, after those of the version table. */
    private void write() throws SQLException {
        hasUncommitted = true;
        List<RowChange> changes = new ArrayList<>();
        for (JournalBuffer buffer : queue) {
            if (buffer.isFinished()) {
                changes.addAll(buffer.step().step().rowChanges());
            }
        }
        for (RowChange change : RowChange.joined(changes)) {
            apply(change);
        }
        List<JournalRow> rows = new ArrayList<>();
        for (JournalBuffer buffer : queue) {
            if (buffer.isFinished() && buffer.step().action() == Action.ABORT) {
                store.markAborted(connection, buffer.number() - 1, "It was reverted.", lock);
            }
            rows.addAll(buffer.take());
        }
        if (!rows.isEmpty()) {
            store.write(connection, rows, lock);
        }
        queue.clear();
        writtenAt = System.nanoTime();
    }

    private void apply(RowChange change) throws SQLException {
        int rows = store.apply(connection, change);
        if (rows != 1) {
            throw new HistoryException(
                    HistoryException.Reason.MODIFIED,
                    Outcome.NOT_DONE,
                    "The version table " + store.versionTable() + " was changed during the run: " + change + " matched "
                            + rows + " rows instead of 1, so it was not applied.",
                    "Another tool is migrating this database, or the table was edited. Check it before you run again.",
                    null);
        }
    }

    /** Changes the history. If that fails, nothing was changed, or the outcome is unknown. */
    private void guarded(String subject, Change change) {
        try {
            change.run();
        } catch (SQLException e) {
            MigrateException failure = notRecorded(subject, e);
            rollBack(failure);
            throw failure;
        } catch (MigrateException e) {
            rollBack(e);
            throw e;
        }
    }

    private MigrateException notRecorded(String subject, SQLException e) {
        DatabaseError error = session.classify(e);
        boolean isUnknown = error.isConnectionLost();
        return new HistoryException(
                HistoryException.Reason.WRITE_FAILED,
                isUnknown ? Outcome.UNKNOWN : Outcome.NOT_DONE,
                subject + (isUnknown ? " may or may not have been changed: " : " could not be changed: ") + error.text()
                        + ".",
                session.missingGrant(e, "")
                        .map(grant -> "Execute " + grant + " as an administrator, and run again: it resumes there.")
                        .orElse("Run again: the next run determines what was done and resumes there."),
                e);
    }

    private interface Change {
        void run() throws SQLException;
    }
}
