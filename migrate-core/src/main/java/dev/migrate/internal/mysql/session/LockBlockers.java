package dev.migrate.internal.mysql.session;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Finds the sessions that hold metadata locks on tables of the current database. Stateless. */
final class LockBlockers {

    /** MySQL 8.0 and later enable this instrument by default; MariaDB and MySQL 5.7 do not. */
    private static final String HOLDERS = """
            SELECT DISTINCT t.processlist_id, t.processlist_user, t.processlist_host, t.processlist_time,
                m.object_name
            FROM performance_schema.metadata_locks m
            JOIN performance_schema.threads t ON t.thread_id = m.owner_thread_id
            WHERE m.object_type = 'TABLE' AND m.object_schema = DATABASE() AND m.lock_status = 'GRANTED'
                AND t.processlist_id <> CONNECTION_ID()
            ORDER BY t.processlist_id, m.object_name
            LIMIT 5
            """;

    private static final String UNKNOWN = "the server does not report the sessions that use the table";

    private LockBlockers() {}

    static String describe(Connection connection) {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(HOLDERS)) {
            List<String> holders = new ArrayList<>();
            while (result.next()) {
                holders.add("connection " + result.getLong(1) + " of " + result.getString(2) + " from "
                        + result.getString(3) + " holds table " + result.getString(5) + " (for "
                        + result.getLong(4) + " s)");
            }
            return holders.isEmpty() ? UNKNOWN : String.join("; ", holders);
        } catch (SQLException e) {
            return UNKNOWN;
        }
    }
}
