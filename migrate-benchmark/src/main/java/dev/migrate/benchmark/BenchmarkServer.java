package dev.migrate.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The measured server, with a separate database. Immutable.
 *
 * @param database the name of the database
 * @param driver properties for the driver, in addition to those in the URL
 */
record BenchmarkServer(String database, Map<String, String> driver) {

    /** The JDBC URL of an administrator, without a database; other users could read it on the command line. */
    static final String URL_VARIABLE = "MIGRATE_BENCHMARK_URL";

    /** Whether the driver asks the server before each write if the transaction is read-only. */
    private static final String READ_ONLY_PROBE = "readOnlyPropagatesToServer";

    private static final String DATABASE = "migrate_benchmark";

    /** With any other value of these variables, a committed transaction may not be on disk yet. */
    private static final Map<String, String> DURABLE =
            new TreeMap<>(Map.of("innodb_flush_log_at_trx_commit", "1", "log_bin", "ON", "sync_binlog", "1"));

    /** The server of the environment variable, with the driver's default settings. */
    static BenchmarkServer fromEnvironment() {
        return new BenchmarkServer(DATABASE, Map.of());
    }

    /** The same server, with a driver that sends no queries of its own before a write. */
    BenchmarkServer withoutProbes() {
        return new BenchmarkServer(database, Map.of(READ_ONLY_PROBE, "false"));
    }

    /** The same server, with another database. */
    BenchmarkServer withSecondDatabase() {
        return new BenchmarkServer(database + "_beside", driver);
    }

    boolean hasProbes() {
        return driver.isEmpty();
    }

    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.putAll(driver);
        return DriverManager.getConnection(url(), properties);
    }

    /** The JDBC URL of the database. */
    String url() {
        return serverUrl().replaceFirst("^(jdbc:\\w+://[^/?]+)/?", "$1/" + database);
    }

    /** Recreates the empty database. */
    void clear() throws SQLException {
        drop();
        administer("CREATE DATABASE " + database + " CHARACTER SET utf8mb4");
    }

    void drop() throws SQLException {
        administer("DROP DATABASE IF EXISTS " + database);
    }

    /** The name and version of the server, for a table. */
    String name() throws SQLException {
        String version = version();
        boolean isMariaDb = version.toLowerCase(Locale.ROOT).contains("mariadb");
        return (isMariaDb ? "MariaDB " : "MySQL ") + version.replaceFirst("-.*", "");
    }

    String version() throws SQLException {
        try (Connection connection = administrator()) {
            return ask(connection, "SELECT VERSION()");
        }
    }

    /** Rejects a server that is fast because it is not durable. */
    void requireDurable() throws SQLException {
        try (Connection connection = administrator()) {
            for (Map.Entry<String, String> setting : DURABLE.entrySet()) {
                String value = ask(
                        connection,
                        "SELECT IF(@@" + setting.getKey() + " = 1, '" + setting.getValue() + "', 'something else')");
                if (!value.equals(setting.getValue())) {
                    throw new IllegalStateException("The server is not durable: start it with " + setting.getKey()
                            + " = " + setting.getValue() + ".");
                }
            }
        }
    }

    /** The first value of a query's result. */
    static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            if (!result.next()) {
                throw new IllegalStateException("No answer to " + query);
            }
            return result.getString(1);
        }
    }

    private void administer(String sql) throws SQLException {
        try (Connection connection = administrator();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection administrator() throws SQLException {
        return DriverManager.getConnection(serverUrl());
    }

    private static String serverUrl() {
        return Objects.requireNonNull(System.getenv(URL_VARIABLE), URL_VARIABLE + " is not set.");
    }
}
