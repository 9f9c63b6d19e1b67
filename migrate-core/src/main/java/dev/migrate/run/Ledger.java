package dev.migrate.run;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.MigrateException;
import dev.migrate.error.Outcome;
import dev.migrate.error.VersionTableException;
import dev.migrate.journal.Action;
import dev.migrate.journal.JournalStep;
import dev.migrate.plan.RowChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the journal and the version table in step with what runs, with as few commands and commits as prove it. Not
 * thread-safe.
 */
final class Ledger {

    private final Session session;
    private final Connection connection;
    private final VersionTable versions;
    private final Journal journal;
    private final Journal.Writer writer;

    /** Whose rows are not committed, or not even written; null where everything is. */
    private @Nullable StepRecord pending;

    Ledger(Session session, RunnerLock lock, Dialect dialect, VersionTable versions) {
        this.session = session;
        this.connection = session.connection();
        this.versions = versions;
        this.journal = new Journal(versions);
        this.writer = Journal.Writer.of(dialect, lock);
    }

    void createMissing(Standing standing) {
        if (!standing.rows().isTablePresent()) {
            versions.create(connection);
        }
        if (!standing.isJournalPresent()) {
            journal.create(connection);
        }
    }

    Optional<JournalStep> find(long step) {
        return journal.find(session, step);
    }

    /** Says what is about to run. The server commits that, and all that waits, in front of a DDL statement. */
    void announce(StepRecord record, Segment segment) {
        record.started(segment.from(), segment.to());
        guarded("The journal", () -> writeWithPending(record));
        pending = null;
    }

    /** Says what is about to run, and commits that here. */
    void announceDurably(StepRecord record, Segment segment) {
        announce(record, segment);
        guarded("The journal", connection::commit);
    }

    /** Notes that there is something to write, with the next commit that comes along. */
    void hold(StepRecord record) {
        pending = record;
    }

    /** Commits what waits. */
    void settle() {
        StepRecord record = pending;
        if (record != null) {
            guarded("All statements have run, but the journal or the version table", () -> {
                write(record.take());
                connection.commit();
            });
            pending = null;
        }
    }

    /** Changes the version table because a step has come to its end. */
    void finish(PreparedStep prepared, StepRecord record) {
        String subject = "All statements of " + prepared.step().revision().id() + " have run, but the version table";
        guarded(subject, () -> {
            for (RowChange change : prepared.step().rowChanges()) {
                versions.apply(connection, writer.dialect(), change);
            }
            if (prepared.action() == Action.ABORT) {
                journal.giveUp(connection, record.number() - 1, "It was taken back.", writer);
            }
        });
        pending = record;
    }

    /**
     * Records how far an unfinished step has come; what was announced behind that is forgotten.
     *
     * @param how how it became known of statements that the journal did not know as done
     * @param note what is to be said of the step, or null
     */
    void settleFoundDone(JournalStep step, int done, StepRecord record, String how, @Nullable String note) {
        record.goesOn(note);
        for (int i = step.done(); i < done; i++) {
            record.foundDone(i, how);
        }
        guarded("The journal", () -> {
            journal.forget(connection, step.number(), done + 1, writer);
            write(record.take());
            connection.commit();
        });
    }

    /** Records that a statement failed. What goes wrong now is added to the failure. */
    void recordFailure(StepRecord record, int index, String why, MigrateException failure) {
        record.failed(index, why);
        try {
            journal.forget(connection, record.number(), index + 1, writer);
            writeWithPending(record);
            connection.commit();
            pending = null;
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
                versions.apply(connection, writer.dialect(), change);
            }
            StampRow.write(rows, journal, connection, writer);
            connection.commit();
        });
    }

    /** Forgets what waits, in the database and here. */
    void rollBack(MigrateException failure) {
        pending = null;
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** With one command. */
    private void writeWithPending(StepRecord record) throws SQLException {
        StepRecord before = pending;
        List<JournalRow> rows = new ArrayList<>();
        if (before != null && before != record) {
            rows.addAll(before.take());
        }
        rows.addAll(record.take());
        write(rows);
    }

    private void write(Collection<JournalRow> rows) throws SQLException {
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

    /** A change of our own tables. */
    private interface Change {
        void make() throws SQLException;
    }
}
