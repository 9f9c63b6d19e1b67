package dev.migrate.run;

import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Trace;
import dev.migrate.error.Outcome;
import dev.migrate.error.VersionTableException;
import dev.migrate.journal.JournalStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

/** Looks at the database for what a statement has left there. */
final class Witness {

    private final Session session;

    Witness(Session session) {
        this.session = session;
    }

    Verdict look(JournalStatement entry, Statement statement) {
        if (entry.token() != null) {
            return askFor(entry, entry.token());
        }
        Trace trace = statement.trace();
        return switch (trace.kind()) {
            case REPEATABLE -> Verdict.NOT_DONE;
            case NONE -> Verdict.WITHOUT_TRACE;
            case VISIBLE -> compare(entry, trace);
            case EVIDENT -> ask(entry, trace);
        };
    }

    private Verdict ask(JournalStatement entry, Trace trace) {
        try (java.sql.Statement statement = session.connection().createStatement();
                ResultSet result = statement.executeQuery("SELECT (" + trace.effect() + ")")) {
            result.next();
            boolean isThere = result.getBoolean(1);
            if (result.wasNull()) {
                return Verdict.NOT_DONE;
            }
            return isThere ? Verdict.DONE : Verdict.CHANGED_OTHERWISE;
        } catch (SQLException e) {
            throw unseen(entry, e);
        }
    }

    private Verdict askFor(JournalStatement entry, String token) {
        try {
            return GtidTokens.isCommitted(session.connection(), token) ? Verdict.DONE : Verdict.NOT_DONE;
        } catch (SQLException e) {
            throw unseen(entry, e);
        }
    }

    private Verdict compare(JournalStatement entry, Trace trace) {
        if (entry.stateBefore() == null) {
            return Verdict.WITHOUT_TRACE;
        }
        String sql = "SELECT " + Journal.description(trace.state()) + ", (" + trace.effect() + ")";
        try (java.sql.Statement statement = session.connection().createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            boolean isAsBefore = Objects.equals(result.getString(1), entry.stateBefore());
            boolean isEffectThere = result.getBoolean(2);
            if (isAsBefore) {
                return isEffectThere ? Verdict.NO_DIFFERENCE : Verdict.NOT_DONE;
            }
            return isEffectThere ? Verdict.DONE : Verdict.CHANGED_OTHERWISE;
        } catch (SQLException e) {
            throw unseen(entry, e);
        }
    }

    private static VersionTableException unseen(JournalStatement entry, SQLException e) {
        return new VersionTableException(
                Outcome.UNKNOWN,
                "What became of statement " + entry.number() + " of the step that was interrupted could not be seen: "
                        + SqlFailure.of(e).text() + ". Nothing was changed.",
                "Remove the cause and run again.",
                e);
    }
}
