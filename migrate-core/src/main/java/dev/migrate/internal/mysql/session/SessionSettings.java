package dev.migrate.internal.mysql.session;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.internal.mysql.sql.SqlModes;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The original settings of a session, and those of a run. Immutable.
 *
 * @param connection the id of the server session
 * @param clock the clock of the server
 * @param database the default database, or null
 * @param variables the original values of the server's variables, by name, as SQL
 * @param sqlMode the original {@code sql_mode}
 * @param isExplicitDefaults whether the server adds no defaults to TIMESTAMP columns
 * @param isAutoCommit the original autocommit mode
 * @param networkTimeout the original network timeout of the driver in milliseconds, 0 for none; -1 if the driver does
 *     not support it
 * @param idleTimeout the time without a command after which the server ends the session of a run
 */
public record SessionSettings(
        long connection,
        ServerClock clock,
        @Nullable String database,
        Map<String, String> variables,
        String sqlMode,
        boolean isExplicitDefaults,
        boolean isAutoCommit,
        int networkTimeout,
        Duration idleTimeout) {

    /** The server's own default is a year (MariaDB: a day), and all later statements queue behind the waiting one. */
    private static final int LOCK_WAIT_SECONDS = 5;

    /** The servers' own default of wait_timeout. */
    private static final long CODE_TIMEOUT_SECONDS = 28_800;

    private static final String SQL_MODE = "sql_mode";
    private static final String EXPLICIT_DEFAULTS = "explicit_defaults_for_timestamp";
    private static final String WAIT_TIMEOUT = "wait_timeout";
    private static final String CLIENT = "character_set_client";
    private static final String COLLATION = "collation_connection";

    /** The settings of a run, except those that depend on the statement. */
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

    /** Settings of a client that would change how a run is executed, with the values that do not. */
    private static final Map<String, String> NEUTRAL = new TreeMap<>(Map.of(
            "completion_type", "0",
            "sql_auto_is_null", "0",
            "sql_big_selects", "1",
            "sql_quote_show_create", "1",
            "sql_safe_updates", "0",
            "sql_select_limit", "DEFAULT"));

    /** Characters of two, three and four bytes, none of which is part of all character sets. */
    private static final String SAMPLE = "\u00e9\u4e2d\ud83d\ude00";

    /** The hexadecimal digits of the sample in UTF-8. */
    private static final String SAMPLE_HEX = "C3A9E4B8ADF09F9880";

    /** The sample as the server receives it, as an SQL expression. */
    private static final String RECEIVED_SAMPLE = "HEX(CONVERT('" + SAMPLE + "' USING utf8mb4))";

    /**
     * The variables whose changes the server reports to the driver. MariaDB's driver closes a connection that changes its
     * character set, which stored objects and migrations may need.
     */
    private static final String TRACKED = "session_track_system_variables";

    private static final String TRACKED_IN_RUN = "'autocommit,time_zone'";

    /** Settings that a run does not change, but a migration may. */
    public static final List<String> KEPT = List.of(CLIENT, "character_set_results", COLLATION, "time_zone");

    /** A run needs both to be off. */
    static final String READ_ONLY = "@@GLOBAL.read_only, @@GLOBAL.innodb_read_only";

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private static final Set<String> OFF = Set.of("0", "OFF", "FALSE");

    /** The third part of JDBC URLs that distribute statements over several servers, in both drivers. */
    private static final Set<String> DISTRIBUTED =
            Set.of("aurora", "load-balance", "load-balance-read", "loadbalance", "replication", "sequential");

    /**
     * Reads the settings, with one query.
     *
     * @throws ConnectionFailedException if changes through this connection are impossible or unreliable
     */
    static SessionSettings read(Connection connection, Duration idleTimeout) throws SQLException {
        requireSuitable(connection);
        List<String> numbers = new ArrayList<>(REQUIRED.keySet());
        numbers.addAll(NEUTRAL.keySet());
        numbers.add(WAIT_TIMEOUT);
        numbers.add(EXPLICIT_DEFAULTS);
        List<String> texts = new ArrayList<>(KEPT);
        texts.add(SQL_MODE);
        texts.add(TRACKED);
        Map<String, String> variables = new TreeMap<>();
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query(numbers, texts))) {
            result.next();
            requireWritable(result.getString(3));
            requireWritable(result.getString(4));
            boolean isUtf8 = SAMPLE_HEX.equals(result.getString(5));
            ServerClock clock = ServerClock.of(result.getString(6));
            int column = 7;
            for (String name : numbers) {
                variables.put(name, numeric(result.getString(column++)));
            }
            String sqlMode = result.getString(column + texts.indexOf(SQL_MODE));
            for (String name : texts) {
                variables.put(name, Quoting.textOrNull(result.getString(column++)));
            }
            boolean isExplicitDefaults = isOn(variables.remove(EXPLICIT_DEFAULTS));
            if (!isUtf8) {
                useUtf8(connection, variables);
            }
            return new SessionSettings(
                    result.getLong(1),
                    clock,
                    result.getString(2),
                    variables,
                    sqlMode,
                    isExplicitDefaults,
                    connection.getAutoCommit(),
                    networkTimeoutOf(connection),
                    idleTimeout);
        }
    }

    /**
     * Has the server read the text of this session as UTF-8.
     *
     * @throws ConnectionFailedException if the driver sends another encoding: it would replace the characters that the
     *     encoding lacks by question marks, without an error
     */
    private static void useUtf8(Connection connection, Map<String, String> original) throws SQLException {
        set(connection, utf8(original));
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT " + RECEIVED_SAMPLE)) {
            result.next();
            if (!SAMPLE_HEX.equals(result.getString(1))) {
                set(connection, original);
                throw new ConnectionFailedException(
                        ConnectionFailedException.Reason.UNSAFE_URL,
                        "The connection does not transfer text as UTF-8: characters of a migration would be replaced by"
                                + " question marks. Nothing was changed.",
                        "Remove characterEncoding and connectionCollation from the JDBC URL, or set them to UTF-8.",
                        null);
            }
        }
    }

    /** Replaces the older three-byte UTF-8, and connection collations of other character sets. */
    private static Map<String, String> utf8(Map<String, String> original) {
        Map<String, String> wanted = new TreeMap<>();
        if (original.getOrDefault(CLIENT, "").startsWith("'utf8")) {
            wanted.put(CLIENT, "utf8mb4");
        }
        if (!original.getOrDefault(COLLATION, "").startsWith("'utf8mb4_")) {
            wanted.put(COLLATION, "utf8mb4_general_ci");
        }
        return wanted;
    }

    /** Some variables are shown as words. */
    private static String numeric(String value) {
        return NUMBER.matcher(value).matches() ? value : Quoting.text(value);
    }

    private static String query(List<String> numbers, List<String> texts) {
        return Stream.concat(numbers.stream(), texts.stream())
                .map(name -> "@@SESSION." + name)
                .collect(Collectors.joining(
                        ", ",
                        "SELECT CONNECTION_ID(), DATABASE(), " + READ_ONLY + ", " + RECEIVED_SAMPLE + ", "
                                + ServerClock.QUERY + ", ",
                        ""));
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
        wanted.putAll(utf8(variables));
        wanted.putAll(REQUIRED);
        wanted.putAll(NEUTRAL);
        wanted.put(WAIT_TIMEOUT, String.valueOf(idleTimeout.toSeconds()));
        wanted.put(SQL_MODE, Quoting.text(mode(false)));
        wanted.put(TRACKED, TRACKED_IN_RUN);
        set(connection, wanted);
    }

    void restore(Connection connection) throws SQLException {
        connection.setAutoCommit(isAutoCommit);
        if (networkTimeout > 0) {
            connection.setNetworkTimeout(Runnable::run, networkTimeout);
        }
        set(connection, variables);
    }

    /** Sets the mode in which handwritten or rendered statements run; does nothing if both are equal. */
    void useMode(Connection connection, boolean isRendered) throws SQLException {
        if (!mode(true).equals(mode(false))) {
            set(connection, Map.of(SQL_MODE, Quoting.text(mode(isRendered))));
        }
    }

    private String mode(boolean isRendered) {
        return isRendered ? SqlModes.ofRendered(sqlMode) : SqlModes.ofHandwritten(sqlMode);
    }

    /**
     * Sets whether the server adds no defaults to TIMESTAMP columns.
     *
     * @throws SQLException if the server does not allow this for a session
     */
    static void useExplicitDefaults(Connection connection, boolean isExplicit) throws SQLException {
        try {
            set(connection, Map.of(EXPLICIT_DEFAULTS, isExplicit ? "1" : "0"));
        } catch (SQLException e) {
            throw new SQLException(
                    "The server would add a default to a TIMESTAMP column that is NOT NULL, because "
                            + EXPLICIT_DEFAULTS + " is off, and the session cannot turn it on: " + e.getMessage(),
                    e.getSQLState(),
                    e.getErrorCode(),
                    e);
        }
    }

    /** Code of a migration may take long: the connection may be idle as long as before, but at least for hours. */
    void suspendIdleTimeout(Connection connection) throws SQLException {
        long original = Long.parseLong(variables.getOrDefault(WAIT_TIMEOUT, "0"));
        set(connection, Map.of(WAIT_TIMEOUT, String.valueOf(Math.max(original, CODE_TIMEOUT_SECONDS))));
    }

    /** Restores what code of a migration must not change, and then refuses the change. */
    void leaveCode(Connection connection) throws SQLException {
        List<String> changes = new ArrayList<>();
        try (java.sql.Statement statement = connection.createStatement()) {
            String now;
            try (ResultSet result =
                    statement.executeQuery("SELECT CONNECTION_ID(), DATABASE(), @@SESSION.autocommit")) {
                result.next();
                now = result.getString(2);
                if (result.getLong(1) != this.connection) {
                    changes.add("the session was replaced by another one");
                }
                if (isOn(result.getString(3))) {
                    changes.add("autocommit was turned on");
                }
            }
            statement.execute("SET autocommit = 0, SESSION " + WAIT_TIMEOUT + " = " + idleTimeout.toSeconds());
            if (database != null && !database.equals(now)) {
                changes.add("the default database was changed from " + database + " to " + now);
                statement.execute("USE " + Quoting.name(database));
            }
        }
        if (!changes.isEmpty()) {
            throw new SQLException("The code must leave the session as it found it, but " + String.join(", ", changes));
        }
    }

    private static void set(Connection connection, Map<String, String> values) throws SQLException {
        if (values.isEmpty()) {
            return;
        }
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
