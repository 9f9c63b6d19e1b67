package dev.migrate.internal.engine;

import dev.migrate.error.HistoryException;
import dev.migrate.error.Outcome;
import dev.migrate.journal.JournalStatement;
import dev.migrate.provider.EffectCheck;
import dev.migrate.provider.PlannedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

/** Looks at the database for what a statement has left there. */
final class EffectProbe {

    private final Session session;

    EffectProbe(Session session) {
        this.session = session;
    }

    ProbeResult look(JournalStatement entry, PlannedStatement statement) {
        if (entry.token() != null) {
            return askFor(entry, entry.token());
        }
        EffectCheck effectCheck = statement.effectCheck();
        return switch (effectCheck.kind()) {
            case IDEMPOTENT -> ProbeResult.NOT_DONE;
            case NONE -> ProbeResult.NOT_OBSERVABLE;
            case STATE_COMPARISON -> compare(entry, effectCheck);
            case SELF_EVIDENT -> ask(entry, effectCheck);
        };
    }

    private ProbeResult ask(JournalStatement entry, EffectCheck effectCheck) {
        try (java.sql.Statement statement = session.connection().createStatement();
                ResultSet result = statement.executeQuery("SELECT (" + effectCheck.effect() + ")")) {
            result.next();
            boolean isThere = result.getBoolean(1);
            if (result.wasNull()) {
                return ProbeResult.NOT_DONE;
            }
            return isThere ? ProbeResult.DONE : ProbeResult.NEITHER_STATE;
        } catch (SQLException e) {
            throw unseen(entry, e);
        }
    }

    private ProbeResult askFor(JournalStatement entry, String token) {
        try {
            return GtidTokens.isCommitted(session.connection(), token) ? ProbeResult.DONE : ProbeResult.NOT_DONE;
        } catch (SQLException e) {
            throw unseen(entry, e);
        }
    }

    private ProbeResult compare(JournalStatement entry, EffectCheck effectCheck) {
        if (entry.stateBefore() == null) {
            return ProbeResult.NOT_OBSERVABLE;
        }
        String sql = "SELECT " + Journal.description(effectCheck.state()) + ", (" + effectCheck.effect() + ")";
        try (java.sql.Statement statement = session.connection().createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            boolean isAsBefore = Objects.equals(result.getString(1), entry.stateBefore());
            boolean isEffectThere = result.getBoolean(2);
            if (isAsBefore) {
                return isEffectThere ? ProbeResult.NO_DIFFERENCE : ProbeResult.NOT_DONE;
            }
            return isEffectThere ? ProbeResult.DONE : ProbeResult.NEITHER_STATE;
        } catch (SQLException e) {
            throw unseen(entry, e);
        }
    }

    private static HistoryException unseen(JournalStatement entry, SQLException e) {
        return new HistoryException(
                HistoryException.Reason.READ_FAILED,
                Outcome.UNKNOWN,
                "What became of statement " + entry.number() + " of the step that was interrupted could not be seen: "
                        + ServerError.of(e).text() + ". Nothing was changed.",
                "Remove the cause and run again.",
                e);
    }
}
