package dev.migrate.internal.mysql.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalInt;

/** Reads the progress of the statement that a session is executing. Stateless. */
final class StatementProgress {

    /** Across all stages of the statement, with equal weight. */
    private static final String MARIADB = """
            SELECT IF(MAX_STAGE > 0, 100 * (STAGE - 1) / MAX_STAGE + PROGRESS / MAX_STAGE, NULL)
            FROM information_schema.processlist WHERE ID = ?
            """;

    /**
     * Of the current stage; only if the consumer {@code events_stages_current} is enabled, which it is not by default.
     */
    private static final String MYSQL = """
            SELECT 100 * s.WORK_COMPLETED / s.WORK_ESTIMATED
            FROM performance_schema.events_stages_current s
            JOIN performance_schema.threads t USING (THREAD_ID)
            WHERE t.PROCESSLIST_ID = ? AND s.WORK_ESTIMATED > 0
            """;

    private StatementProgress() {}

    /** Returns the progress in percent, or empty if the server does not report it. */
    static OptionalInt of(Connection connection, long session) {
        OptionalInt mariadb = query(connection, MARIADB, session);
        return mariadb.isPresent() ? mariadb : query(connection, MYSQL, session);
    }

    /** A server of the other product rejects the columns. */
    private static OptionalInt query(Connection connection, String sql, long session) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, session);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    return OptionalInt.empty();
                }
                int percent = result.getInt(1);
                return result.wasNull() ? OptionalInt.empty() : OptionalInt.of(Math.min(percent, 100));
            }
        } catch (SQLException e) {
            return OptionalInt.empty();
        }
    }
}
