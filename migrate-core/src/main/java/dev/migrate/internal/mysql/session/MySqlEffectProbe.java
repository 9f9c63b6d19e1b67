package dev.migrate.internal.mysql.session;

import dev.migrate.journal.JournalStatement;
import dev.migrate.provider.EffectCheck;
import dev.migrate.provider.EffectProbe;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.ProbeResult;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** Probes effects in the catalog of MySQL and MariaDB, or by the global transaction id of the statement. */
public final class MySqlEffectProbe implements EffectProbe {

    private final Connection connection;

    /** Probes with a connection. */
    public MySqlEffectProbe(Connection connection) {
        this.connection = connection;
    }

    @Override
    public ProbeResult probe(JournalStatement entry, PlannedStatement statement) throws SQLException {
        if (entry.token() != null) {
            return GtidTokens.isCommitted(connection, entry.token()) ? ProbeResult.DONE : ProbeResult.NOT_DONE;
        }
        EffectCheck check = statement.effectCheck();
        return switch (check.kind()) {
            case IDEMPOTENT -> ProbeResult.NOT_DONE;
            case NONE -> ProbeResult.NOT_OBSERVABLE;
            case STATE_COMPARISON -> compare(entry, check);
            case SELF_EVIDENT -> evaluate(check);
            case RELOCATION -> relocate(entry, check);
        };
    }

    private ProbeResult evaluate(EffectCheck check) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT (" + check.effect() + ")")) {
            result.next();
            boolean hasState = result.getBoolean(1);
            if (result.wasNull()) {
                return ProbeResult.NOT_DONE;
            }
            return hasState ? ProbeResult.DONE : ProbeResult.NEITHER_STATE;
        }
    }

    private ProbeResult relocate(JournalStatement entry, EffectCheck check) throws SQLException {
        String before = entry.stateBefore();
        if (before == null) {
            return ProbeResult.NOT_OBSERVABLE;
        }
        String sql =
                "SELECT " + JournalTable.description(check.state()) + ", " + JournalTable.description(check.effect());
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            boolean isAsBefore = before.equals(result.getString(1));
            boolean isRelocated = before.equals(result.getString(2));
            if (isAsBefore) {
                return isRelocated ? ProbeResult.NOT_OBSERVABLE : ProbeResult.NOT_DONE;
            }
            return isRelocated ? ProbeResult.DONE : ProbeResult.NEITHER_STATE;
        }
    }

    private ProbeResult compare(JournalStatement entry, EffectCheck check) throws SQLException {
        if (entry.stateBefore() == null) {
            return ProbeResult.NOT_OBSERVABLE;
        }
        String sql = "SELECT " + JournalTable.description(check.state()) + ", (" + check.effect() + ")";
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            boolean isAsBefore = Objects.equals(result.getString(1), entry.stateBefore());
            boolean hasEffect = result.getBoolean(2);
            if (isAsBefore) {
                return hasEffect ? ProbeResult.NO_DIFFERENCE : ProbeResult.NOT_DONE;
            }
            return hasEffect ? ProbeResult.DONE : ProbeResult.NEITHER_STATE;
        }
    }
}
