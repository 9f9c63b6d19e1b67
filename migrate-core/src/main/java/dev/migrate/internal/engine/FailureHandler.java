package dev.migrate.internal.engine;

import dev.migrate.error.MigrateException;
import dev.migrate.error.Outcome;
import dev.migrate.journal.JournalStatement;
import dev.migrate.journal.JournalStep;
import dev.migrate.journal.StatementState;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.PlannedStatement.Effect;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Finds out and records how things stand once a statement has failed. Where the server's word does not settle whether it
 * was carried out, the journal keeps it as begun, and the next run looks.
 */
final class FailureHandler {

    private final Session session;
    private final HistoryWriter historyWriter;

    FailureHandler(Session session, HistoryWriter historyWriter) {
        this.session = session;
        this.historyWriter = historyWriter;
    }

    MigrateException of(PreparedStep prepared, StepRecord record, int index, String text, Exception cause) {
        PlannedStatement statement = prepared.statements().get(index);
        boolean isTogether = statement.effect() == Effect.TRANSACTIONAL;
        int durable = isTogether ? startOfTransaction(prepared.statements(), index) : index;
        boolean isLost = session.isLost();
        Outcome outcome =
                isLost ? (isTogether ? Outcome.NOT_DONE : Outcome.UNKNOWN) : outcome(record, index, statement, cause);
        MigrateException described =
                new FailedStatement(prepared, index, MaskedSql.of(text), durable, outcome, cause).describe();
        if (isLost) {
            return described;
        }
        if (isTogether) {
            historyWriter.rollBack(described);
            record.discardFrom(durable);
        }
        if (outcome == Outcome.NOT_DONE) {
            historyWriter.recordFailure(record, index, ServerError.textOf(cause), described);
        } else {
            historyWriter.rollBack(described);
        }
        return described;
    }

    private Outcome outcome(StepRecord record, int index, PlannedStatement statement, Exception cause) {
        return switch (statement.effect()) {
            case TRANSACTIONAL, SESSION_ONLY -> Outcome.NOT_DONE;
            case MAY_COMMIT -> hasCommitted(record, index) ? Outcome.UNKNOWN : Outcome.NOT_DONE;
            case IMPLICIT_COMMIT ->
                ServerError.of(ServerError.asSqlException(cause)).isInterruption()
                        ? look(record, index, statement)
                        : Outcome.NOT_DONE;
        };
    }

    /** Only its announcement waited for a commit: if that is in the journal, something in the statement committed. */
    private boolean hasCommitted(StepRecord record, int index) {
        try {
            session.connection().rollback();
            return announced(record, index).isPresent();
        } catch (SQLException | MigrateException e) {
            return true;
        }
    }

    /**
     * Whoever stops a statement may come a moment too late: MySQL answers a DROP that it has carried out with 1317 then
     * (measured on 8.0.15 and 9.7.4).
     */
    private Outcome look(StepRecord record, int index, PlannedStatement statement) {
        try {
            // The announcement, and what the last step left, if the server has not come that far.
            session.connection().commit();
            Optional<JournalStatement> entry = announced(record, index);
            if (entry.isEmpty()) {
                return Outcome.NOT_DONE;
            }
            return switch (new EffectProbe(session).look(entry.get(), statement)) {
                case NOT_DONE, NO_DIFFERENCE -> Outcome.NOT_DONE;
                case DONE -> Outcome.DONE;
                case NEITHER_STATE, NOT_OBSERVABLE -> Outcome.UNKNOWN;
            };
        } catch (SQLException | MigrateException e) {
            return Outcome.UNKNOWN;
        }
    }

    private Optional<JournalStatement> announced(StepRecord record, int index) {
        return historyWriter.find(record.number()).map(JournalStep::statements).orElse(List.of()).stream()
                .filter(entry -> entry.number() == index + 1 && entry.state() == StatementState.STARTED)
                .findFirst();
    }

    /** Where the transaction began that a statement is part of. */
    private static int startOfTransaction(List<PlannedStatement> statements, int index) {
        int start = index;
        while (start > 0 && statements.get(start - 1).effect() == Effect.TRANSACTIONAL) {
            start--;
        }
        return start;
    }
}
