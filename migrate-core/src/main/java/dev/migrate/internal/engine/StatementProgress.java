package dev.migrate.internal.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalInt;

/** Asks the server how far the statement of a session has come. */
final class StatementProgress {

    /** Of all stages of the statement, each counted alike. */
    private static final String MARIADB = """
            SELECT IF(MAX_STAGE > 0, 100 * (STAGE - 1) / MAX_STAGE + PROGRESS / MAX_STAGE, NULL)
            FROM information_schema.processlist WHERE ID = ?
            """;

    /** Of the present stage; only where the consumer {@code events_stages_current} is on, which by default it is not. */
    private static final String MYSQL = """
            SELECT 100 * s.WORK_COMPLETED / s.WORK_ESTIMATED
            FROM performance_schema.events_stages_current s
            JOIN performance_schema.threads t USING (THREAD_ID)
            WHERE t.PROCESSLIST_ID = ? AND s.WORK_ESTIMATED > 0
            """;

    private StatementProgress() {}

    /** In percent; empty where the server does not say. */
    static OptionalInt of(Connection connection, long session) {
        OptionalInt mariadb = ask(connection, MARIADB, session);
        return mariadb.isPresent() ? mariadb : ask(connection, MYSQL, session);
    }

    /** A server of the other kind does not know the columns. */
    private static OptionalInt ask(Connection connection, String sql, long session) {
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
