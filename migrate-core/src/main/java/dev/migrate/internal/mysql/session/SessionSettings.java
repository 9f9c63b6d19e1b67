package dev.migrate.internal.mysql.session;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.internal.mysql.sql.SqlSyntax;
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
 * The original settings of a session, and those of a run. Immutable.
 *
 * @param variables the original values of the server's variables, by name, as SQL
 * @param isAutoCommit the original autocommit mode
 * @param networkTimeout the original network timeout of the driver in milliseconds, 0 for none; -1 if the driver does
 *     not support it
 * @param idleTimeout the time without a command after which the server ends the session of a run
 */
public record SessionSettings(
        Map<String, String> variables, boolean isAutoCommit, int networkTimeout, Duration idleTimeout) {

    /** The server's own default is a year (MariaDB: a day), and all later statements queue behind the waiting one. */
    private static final int LOCK_WAIT_SECONDS = 5;

    private static final String SQL_MODE = "sql_mode";
    private static final String WAIT_TIMEOUT = "wait_timeout";

    /** The settings of a run, except the sql_mode. */
    private static final Map<String, String> REQUIRED = new TreeMap<>(Map.of(
            "foreign_key_checks",
            "1",
            // Effect probes use GROUP_CONCAT, which by default truncates its result at 1,024 bytes.
            "group_concat_max_len",
            "16777216",
            "lock_wait_timeout",
            String.valueOf(LOCK_WAIT_SECONDS),
            "unique_checks",
            "1"));

    /** Settings that a run does not change, but a migration may. */
    public static final List<String> KEPT =
            List.of("character_set_client", "character_set_results", "collation_connection", "time_zone");

    /** A run needs both to be off. */
    static final String READ_ONLY = "@@GLOBAL.read_only, @@GLOBAL.innodb_read_only";

    private static final Set<String> OFF = Set.of("0", "OFF", "FALSE");

    /** The third part of JDBC URLs that distribute statements over several servers, in both drivers. */
    private static final Set<String> DISTRIBUTED = Set.of("loadbalance", "replication", "sequential");

    /**
     * Reads the settings, with one query.
     *
     * @throws ConnectionFailedException if changes through this connection are impossible or unreliable
     */
    static SessionSettings read(Connection connection, Duration idleTimeout) throws SQLException {
        requireSuitable(connection);
        List<String> names = new ArrayList<>(REQUIRED.keySet());
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
            variables.put(SQL_MODE, Quoting.text(result.getString(1)));
            for (int i = 0; i < names.size(); i++) {
                variables.put(names.get(i), result.getString(i + 2));
            }
            for (int i = 0; i < KEPT.size(); i++) {
                String value = result.getString(i + 2 + names.size());
                variables.put(KEPT.get(i), value == null ? "NULL" : Quoting.text(value));
            }
            requireWritable(result.getString(2 + names.size() + KEPT.size()));
            requireWritable(result.getString(3 + names.size() + KEPT.size()));
        }
        return new SessionSettings(variables, connection.getAutoCommit(), networkTimeoutOf(connection), idleTimeout);
    }

    /**
     * Returns the settings of an offline script. A script cannot retry, so each statement waits as long as all attempts
     * of a run together.
     *
     * @param lockWait how long a statement waits for a table
     * @return the values by name, as SQL
     */
    public static Map<String, String> ofScript(Duration lockWait) {
        Map<String, String> wanted = new TreeMap<>(REQUIRED);
        wanted.put("autocommit", "0");
        wanted.put("lock_wait_timeout", String.valueOf(Math.max(1, lockWait.toSeconds())));
        wanted.put(SQL_MODE, Quoting.text(SqlSyntax.SQL_MODE));
        return wanted;
    }

    void apply(Connection connection) throws SQLException {
        reset(connection);
        if (networkTimeout > 0) {
            // The client would time out, while the server completed the statement anyway (measured on 8.0).
            connection.setNetworkTimeout(Runnable::run, 0);
        }
        connection.setAutoCommit(false);
    }

    /** Sets every variable that a run needs or a migration may have changed. */
    void reset(Connection connection) throws SQLException {
        Map<String, String> wanted = new TreeMap<>(variables);
        wanted.putAll(REQUIRED);
        wanted.put(WAIT_TIMEOUT, String.valueOf(idleTimeout.toSeconds()));
        wanted.put(SQL_MODE, Quoting.text(SqlSyntax.SQL_MODE));
        set(connection, wanted);
    }

    void restore(Connection connection) throws SQLException {
        connection.setAutoCommit(isAutoCommit);
        if (networkTimeout > 0) {
            connection.setNetworkTimeout(Runnable::run, networkTimeout);
        }
        set(connection, variables);
    }

    void suspendIdleTimeout(Connection connection) throws SQLException {
        set(connection, Map.of(WAIT_TIMEOUT, variables.getOrDefault(WAIT_TIMEOUT, "DEFAULT")));
    }

    void resumeIdleTimeout(Connection connection) throws SQLException {
        set(connection, Map.of(WAIT_TIMEOUT, String.valueOf(idleTimeout.toSeconds())));
    }

    private static void set(Connection connection, Map<String, String> values) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql(values));
        }
    }

    /**
     * Returns the statement that sets variables.
     *
     * @param values the values by name, as SQL
     * @return the SQL
     */
    public static String sql(Map<String, String> values) {
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
                    "The server is read-only, like a replica. Nothing was changed.",
                    "Connect to the primary.",
                    null);
        }
    }

    /** A driver that silently switches to another server or session would lose the lock. */
    private static void requireSuitable(Connection connection) throws SQLException {
        String url = String.valueOf(connection.getMetaData().getURL()).toLowerCase(Locale.ROOT);
        if (connection.isReadOnly()) {
            throw new ConnectionFailedException(
                    ConnectionFailedException.Reason.READ_ONLY,
                    "The connection is set to read-only. Nothing was changed.",
                    "Use a DataSource whose connections are writable.",
                    null);
        }
        String[] parts = url.split(":", 4);
        if (parts.length == 4 && DISTRIBUTED.contains(parts[2])) {
            throw new ConnectionFailedException(
                    ConnectionFailedException.Reason.UNSAFE_URL,
                    "The JDBC URL distributes statements over several servers, but a run needs a single session."
                            + " Nothing was changed.",
                    "Use the URL of the primary: jdbc:mysql://host/database.",
                    null);
        }
        if (url.contains("autoreconnect=true")) {
            throw new ConnectionFailedException(
                    ConnectionFailedException.Reason.UNSAFE_URL,
                    "The JDBC URL has autoReconnect=true: after a lost connection the driver would continue in a new"
                            + " session, without the migration lock. Nothing was changed.",
                    "Remove autoReconnect from the URL; a run reconnects when that is safe.",
                    null);
        }
    }
}
