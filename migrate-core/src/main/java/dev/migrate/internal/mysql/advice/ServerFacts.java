package dev.migrate.internal.mysql.advice;

import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.provider.PlanAdvice.Replication;
import dev.migrate.provider.ServerVersion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The server of a plan, as far as costs depend on it. Immutable.
 *
 * @param version its version
 * @param database the current database of the connection
 * @param replication its replication
 * @param freeBytes the free space on the disk of its tables, or null
 */
record ServerFacts(
        ServerVersion version,
        String database,
        Replication replication,
        @Nullable Long freeBytes) {

    static ServerFacts read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row =
                    statement.executeQuery("SELECT VERSION(), DATABASE(), @@global.log_bin, @@session.binlog_format")) {
                row.next();
                ServerVersion version = MySqlVersions.parse(row.getString(1)).orElseThrow();
                boolean isLogged = row.getBoolean(3);
                String database = row.getString(2);
                String format = isLogged ? row.getString(4) : null;
                Integer replicas = isLogged ? replicas(connection) : null;
                return new ServerFacts(
                        version, database, new Replication(isLogged, format, replicas), freeBytes(connection));
            }
        }
    }

    /** The sessions to which the server sends its log; without the privilege PROCESS, others are not visible. */
    private static @Nullable Integer replicas(Connection connection) {
        Long processes = number(
                connection,
                "SELECT COUNT(*) FROM information_schema.user_privileges WHERE privilege_type = 'PROCESS'"
                        + " AND REPLACE(grantee, '''', '') = CURRENT_USER()");
        if (processes == null || processes == 0) {
            return null;
        }
        Long replicas = number(
                connection, "SELECT COUNT(*) FROM information_schema.processlist WHERE command LIKE 'Binlog Dump%'");
        return replicas == null ? null : replicas.intValue();
    }

    /** MariaDB reports it if its plugin DISKS is installed; MySQL has no such table. */
    private static @Nullable Long freeBytes(Connection connection) {
        return number(
                connection,
                "SELECT available * 1024 FROM information_schema.disks WHERE @@datadir LIKE CONCAT(path, '%')"
                        + " ORDER BY LENGTH(path) DESC LIMIT 1");
    }

    private static @Nullable Long number(Connection connection, String query) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? (Long) row.getLong(1) : null;
        } catch (SQLException e) {
            return null;
        }
    }
}
