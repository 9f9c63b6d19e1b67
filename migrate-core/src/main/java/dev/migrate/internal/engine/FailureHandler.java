package dev.migrate.internal.engine;

import dev.migrate.error.MigrateException;
import dev.migrate.error.Outcome;
import dev.migrate.journal.EntryState;
import dev.migrate.journal.JournalStatement;
import dev.migrate.journal.JournalStep;
import dev.migrate.provider.DatabaseError;
import dev.migrate.provider.MigrationLock;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.PlannedStatement.Effect;
import dev.migrate.provider.SessionUse.Trait;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Determines and records the state of the database after a statement has failed. If the server's answer does not show
 * whether the statement was executed, the journal keeps it as started, and the next run probes its effect.
 */
final class FailureHandler {

    private final Session session;
    private final MigrationLock lock;
    private final History history;
    private final HistoryWriter writer;

    FailureHandler(Session session, MigrationLock lock, History history, HistoryWriter writer) {
        this.session = session;
        this.lock = lock;
        this.history = history;
        this.writer = writer;
    }

    /** Records the failure, and returns the exception to be thrown. */
    MigrateException handle(JournalBuffer buffer, int index, String text, Throwable cause) {
        List<PlannedStatement> statements = buffer.step().statements();
        SessionValues.Unit unit = buffer.step().sessionValues().unitOf(index);
        boolean isTransactional =
                unit == null && statements.get(index).effect().continuesTransaction() && !buffer.isSeparate(index);
        DatabaseError error = session.provider().errorClassifier().classify(cause);
        boolean isLost = session.isLost(lock);
        boolean isDdl = unit == null && statements.get(index).effect() == Effect.IMPLICIT_COMMIT;
        boolean wasRolledBack = isDdl && !isLost && wasRolledBack(buffer, index);
        int durable = wasRolledBack ? recorded(buffer) : durable(buffer, index, unit, isTransactional);
        Outcome outcome = isTransactional || wasRolledBack
                ? Outcome.NOT_DONE
                : isLost ? Outcome.UNKNOWN : outcome(buffer, index, unit, error);
        String shown = session.provider().maskSecrets(text);
        Optional<String> grant = isLost ? Optional.empty() : session.missingGrant(cause, text);
        MigrateException failure =
                new FailedStatement(buffer.step(), index, shown, durable, outcome, error, grant, cause).toException();
        if (isLost) {
            return failure;
        }
        if (durable < index || isTransactional) {
            writer.rollBack(failure);
            buffer.discardFrom(durable);
        }
        if (wasRolledBack) {
            // Steps before this one may have lost their completion as well; the next run finds what is committed.
            return failure;
        }
        if (outcome == Outcome.NOT_DONE) {
            writer.recordFailure(buffer, index, error.text(), failure);
        } else {
            writer.rollBack(failure);
        }
        return failure;
    }

    /**
     * Returns whether the server rolled back instead of committing before a statement that commits implicitly: its intent
     * is gone, and with it everything else that was not committed. Measured on all servers: this happens if the
     * statement times out behind {@code FLUSH TABLES WITH READ LOCK}.
     */
    boolean wasRolledBack(JournalBuffer buffer, int index) {
        if (!writer.hasUncommitted()) {
            return false;
        }
        try {
            // A statement that was rejected earlier has not ended the transaction.
            session.connection().commit();
            if (intent(buffer, index).isEmpty()) {
                return true;
            }
        } catch (SQLException | MigrateException e) {
            return true;
        }
        writer.committedImplicitly();
        return false;
    }

    /** The number of statements of a step that the journal shows as done. */
    private int recorded(JournalBuffer buffer) {
        try {
            return history.find(buffer.number()).map(JournalStep::done).orElse(0);
        } catch (MigrateException e) {
            return 0;
        }
    }

    /** The number of statements that are committed, or whose outcome was committed, whatever happened to this one. */
    private static int durable(
            JournalBuffer buffer, int index, SessionValues.@Nullable Unit unit, boolean isTransactional) {
        if (unit != null) {
            return unit.from();
        }
        return isTransactional ? Math.max(buffer.separated(), startOfTransaction(buffer.step(), index)) : index;
    }

    private Outcome outcome(JournalBuffer buffer, int index, SessionValues.@Nullable Unit unit, DatabaseError error) {
        if (unit != null) {
            return hasCommitted(buffer, unit.from()) ? Outcome.UNKNOWN : Outcome.NOT_DONE;
        }
        return switch (buffer.step().statements().get(index).effect()) {
            case TRANSACTIONAL, SESSION_ONLY -> buffer.isSeparate(index) ? Outcome.UNKNOWN : Outcome.NOT_DONE;
            case MAY_COMMIT -> hasCommitted(buffer, index) ? Outcome.UNKNOWN : Outcome.NOT_DONE;
            case IMPLICIT_COMMIT -> error.mayHaveEffect() ? probe(buffer, index) : Outcome.NOT_DONE;
        };
    }

    /** Only the intent was uncommitted: if the journal contains it, the statement has committed. */
    private boolean hasCommitted(JournalBuffer buffer, int index) {
        try {
            session.connection().rollback();
            return intent(buffer, index).isPresent();
        } catch (SQLException | MigrateException e) {
            return true;
        }
    }

    /**
     * A statement may be cancelled too late: the server may report an interruption although it has executed the
     * statement. One that drops several objects may have dropped those that it could.
     */
    private Outcome probe(JournalBuffer buffer, int index) {
        try {
            Optional<JournalStatement> intent = intent(buffer, index);
            if (intent.isEmpty()) {
                return Outcome.NOT_DONE;
            }
            PlannedStatement statement = buffer.step().statements().get(index);
            return switch (session.provider().effectProbe(session.connection()).probe(intent.get(), statement)) {
                case NOT_DONE, NO_DIFFERENCE -> Outcome.NOT_DONE;
                case DONE -> Outcome.DONE;
                case NEITHER_STATE, NOT_OBSERVABLE -> Outcome.UNKNOWN;
            };
        } catch (SQLException | MigrateException e) {
            return Outcome.UNKNOWN;
        }
    }

    private Optional<JournalStatement> intent(JournalBuffer buffer, int index) {
        return history.find(buffer.number()).map(JournalStep::statements).orElse(List.of()).stream()
                .filter(entry -> entry.number() == index + 1 && entry.state() == EntryState.STARTED)
                .findFirst();
    }

    /** Statements that change the session only do not end a transaction, and what they assigned is used in it. */
    private static int startOfTransaction(PreparedStep step, int index) {
        SessionValues values = step.sessionValues();
        int start = index;
        while (start > 0
                && !step.statements().get(start).sessionUse().has(Trait.NEEDS_NO_TRANSACTION)
                && step.statements().get(start - 1).effect().continuesTransaction()
                && values.unitOf(start - 1) == null) {
            start--;
        }
        return start;
    }
}
