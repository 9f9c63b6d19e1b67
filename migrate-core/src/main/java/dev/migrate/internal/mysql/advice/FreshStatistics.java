package dev.migrate.internal.mysql.advice;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sizes of tables as the storage engine knows them now: MySQL 8.0 and later otherwise return what they cached up
 * to a day ago. Stateless.
 */
final class FreshStatistics {

    private static final String EXPIRY = "information_schema_stats_expiry";

    private FreshStatistics() {}

    /** A query. */
    interface Query<T> {
        T run() throws SQLException;
    }

    /** Runs a query, and restores the setting of the session. */
    static <T> T read(Connection connection, Query<T> query) throws SQLException {
        Long expiry = expiry(connection);
        if (expiry == null) {
            return query.run();
        }
        set(connection, 0);
        try {
            return query.run();
        } finally {
            set(connection, expiry);
        }
    }

    /** Returns null on servers without this cache. */
    private static @Nullable Long expiry(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@session." + EXPIRY)) {
            return row.next() ? (Long) row.getLong(1) : null;
        } catch (SQLException e) {
            return null;
        }
    }

    private static void set(Connection connection, long seconds) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION " + EXPIRY + " = " + seconds);
        }
    }
}
