package dev.migrate.internal.engine;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.provider.SqlRenderer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a session as they were, and those that a run needs. Immutable.
 *
 * @param variables the server's variables as they were, by name, as they are written in SQL
 * @param isAutoCommit whether each statement was committed by itself
 * @param networkTimeout after how many milliseconds the driver gave up an answer, 0 for never; -1 if it does not say
 * @param idleTimeout after how long without a command the server ends the session, and frees its lock
 */
record SessionSettings(Map<String, String> variables, boolean isAutoCommit, int networkTimeout, Duration idleTimeout) {

    /**
     * The server's own default is a year (MariaDB: a day), during which everybody who comes later queues up behind the
     * waiting statement.
     */
    private static final int LOCK_WAIT_SECONDS = 5;

    private static final String SQL_MODE = "sql_mode";
    private static final String WAIT_TIMEOUT = "wait_timeout";

    /** What a run needs; the sql_mode is the dialect's. */
    private static final Map<String, String> WANTED = new TreeMap<>(Map.of(
            "foreign_key_checks",
            "1",
            // Descriptions of tables are put together with GROUP_CONCAT, which cuts at 1,024 bytes by default.
            "group_concat_max_len",
            "16777216",
            "lock_wait_timeout",
            String.valueOf(LOCK_WAIT_SECONDS),
            "unique_checks",
            "1"));

    /** What a run leaves alone, but a migration may change. */
    static final List<String> KEPT =
            List.of("character_set_client", "character_set_results", "collation_connection", "time_zone");

    /** Either keeps a run from the server. */
    static final String READ_ONLY = "@@GLOBAL.read_only, @@GLOBAL.innodb_read_only";

    private static final Set<String> OFF = Set.of("0", "OFF", "FALSE");

    /** What stands third in the JDBC URLs of Connector/J and MariaDB's driver that are about several servers. */
    private static final Set<String> SPREADING = Set.of("loadbalance", "replication", "sequential");

    /**
     * Reads the settings, with one query.
     *
     * @throws ConnectionFailedException if nothing can be changed through this connection, or not reliably
     */
    static SessionSettings read(Connection connection, SqlRenderer renderer, Duration idleTimeout) throws SQLException {
        requireSuitable(connection);
        List<String> names = new ArrayList<>(WANTED.keySet());
        names.add(WAIT_TIMEOUT);
        StringBuilder sql = new StringBuilder("SELECT @@SESSION." + SQL_MODE);
        for (String name : names) {
            sql.append(", @@SESSION.").append(name);
        }
        for (String name : KEPT) {
            sql.append(", @@SESSION.").append(name);
        }
        sql.append(", ").append(READ_ONLY);
        Map<String, String> variables = new TreeMap<>();
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql.toString())) {
            result.next();
            variables.put(SQL_MODE, renderer.quoteText(result.getString(1)));
            for (int i = 0; i < names.size(); i++) {
                variables.put(names.get(i), result.getString(i + 2));
            }
            for (int i = 0; i < KEPT.size(); i++) {
                String value = result.getString(i + 2 + names.size());
                variables.put(KEPT.get(i), value == null ? "NULL" : renderer.quoteText(value));
            }
            requireWritable(result.getString(2 + names.size() + KEPT.size()));
            requireWritable(result.getString(3 + names.size() + KEPT.size()));
        }
        return new SessionSettings(variables, connection.getAutoCommit(), networkTimeoutOf(connection), idleTimeout);
    }

    /**
     * What a script needs, which has nobody who tries again: it waits for a table as long as a run does in all its tries.
     *
     * @param lockWait how long a statement waits for a table
     */
    static Map<String, String> ofScript(SqlRenderer renderer, Duration lockWait) {
        Map<String, String> wanted = new TreeMap<>(WANTED);
        wanted.put("autocommit", "0");
        wanted.put("lock_wait_timeout", String.valueOf(Math.max(1, lockWait.toSeconds())));
        wanted.put(SQL_MODE, renderer.quoteText(renderer.sqlMode()));
        return wanted;
    }

    void change(Connection connection, SqlRenderer renderer) throws SQLException {
        renew(connection, renderer);
        if (networkTimeout > 0) {
            // It would cut the client off, while the server finished the statement all the same (measured on eight).
            connection.setNetworkTimeout(Runnable::run, 0);
        }
        connection.setAutoCommit(false);
    }

    /** Makes the session as it was at the beginning of the run, whatever statements of a migration have made of it. */
    void renew(Connection connection, SqlRenderer renderer) throws SQLException {
        Map<String, String> wanted = new TreeMap<>(variables);
        wanted.putAll(WANTED);
        wanted.put(WAIT_TIMEOUT, String.valueOf(idleTimeout.toSeconds()));
        wanted.put(SQL_MODE, renderer.quoteText(renderer.sqlMode()));
        set(connection, wanted);
    }

    void restore(Connection connection) throws SQLException {
        connection.setAutoCommit(isAutoCommit);
        if (networkTimeout > 0) {
            connection.setNetworkTimeout(Runnable::run, networkTimeout);
        }
        set(connection, variables);
    }

    void allowPauses(Connection connection) throws SQLException {
        set(connection, Map.of(WAIT_TIMEOUT, variables.getOrDefault(WAIT_TIMEOUT, "DEFAULT")));
    }

    void forbidPauses(Connection connection) throws SQLException {
        set(connection, Map.of(WAIT_TIMEOUT, String.valueOf(idleTimeout.toSeconds())));
    }

    private static void set(Connection connection, Map<String, String> values) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql(values));
        }
    }

    /** Writes the statement that sets variables. */
    static String sql(Map<String, String> values) {
        List<String> assignments = new ArrayList<>();
        for (Map.Entry<String, String> value : values.entrySet()) {
            assignments.add("SESSION " + value.getKey() + " = " + value.getValue());
        }
        return "SET " + String.join(", ", assignments);
    }

    private static int networkTimeoutOf(Connection connection) {
        try {
            return connection.getNetworkTimeout();
        } catch (SQLException | RuntimeException e) {
            return -1;
        }
    }

    static boolean isOn(@Nullable String value) {
        return value != null && !OFF.contains(value.toUpperCase(Locale.ROOT));
    }

    private static void requireWritable(@Nullable String readOnly) {
        if (isOn(readOnly)) {
            throw new ConnectionFailedException(
                    ConnectionFailedException.Reason.READ_ONLY,
                    "The server is read-only, as replicas are. Nothing was changed.",
                    "Connect to the server that takes the writes.",
                    null);
        }
    }

    /** What the driver does behind the back of the run would take it away from its session, and so from its lock. */
    private static void requireSuitable(Connection connection) throws SQLException {
        String url = String.valueOf(connection.getMetaData().getURL()).toLowerCase(Locale.ROOT);
        if (connection.isReadOnly()) {
            throw new ConnectionFailedException(
                    ConnectionFailedException.Reason.READ_ONLY,
                    "The connection is set to read-only. Nothing was changed.",
                    "Give a DataSource whose connections may write.",
                    null);
        }
        String[] parts = url.split(":", 4);
        if (parts.length == 4 && SPREADING.contains(parts[2])) {
            throw new ConnectionFailedException(
                    ConnectionFailedException.Reason.UNSAFE_URL,
                    "The JDBC URL spreads statements over several servers, but a run needs one session for all it does."
                            + " Nothing was changed.",
                    "Give the URL of the server that takes the writes: jdbc:mysql://host/database.",
                    null);
        }
        if (url.contains("autoreconnect=true")) {
            throw new ConnectionFailedException(
                    ConnectionFailedException.Reason.UNSAFE_URL,
                    "The JDBC URL has autoReconnect=true: after a lost connection the driver would go on in a new"
                            + " session, without the lock that keeps runners apart. Nothing was changed.",
                    "Take autoReconnect out of the URL; a run reconnects by itself where that is safe.",
                    null);
        }
    }
}
