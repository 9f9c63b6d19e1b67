package dev.migrate.testing;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.MariaDbDataSource;

/** A separate database for one test, initially empty and dropped at the end. */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestServer server;
    private final String name;

    private TestDatabase(TestServer server, String name) {
        this.server = server;
        this.name = name;
    }

    static TestDatabase create(TestServer server) {
        // Test runs of several modules may share one server.
        String name = "migrate_test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        run(server, "CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        return new TestDatabase(server, name);
    }

    /** Its server. */
    public TestServer server() {
        return server;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Its JDBC URL, with an administrator's user and password. */
    public String url() {
        return server.urlOf(name);
    }

    /** Opens a new connection on each call. */
    public DataSource dataSource() {
        return dataSource(url());
    }

    /** The same with MariaDB's own driver. */
    public DataSource mariaDbDataSource() {
        return dataSource(mariaDbUrl());
    }

    /** Its JDBC URL for MariaDB's own driver. */
    public String mariaDbUrl() {
        return server.mariaDbUrlOf(name);
    }

    /** Opens a new connection to a URL each time that one is asked for. */
    public static DataSource dataSource(String url) {
        try {
            if (url.startsWith(TestServer.MARIADB)) {
                return new MariaDbDataSource(url);
            }
            MysqlDataSource dataSource = new MysqlDataSource();
            dataSource.setUrl(url);
            return dataSource;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens connections to another database of the server as another user. */
    public DataSource dataSource(String user, String password, String database) {
        return dataSource(urlAs(user, password, database));
    }

    private String urlAs(String user, String password, String database) {
        String kept = url().replaceAll("(?<=[?&])(user|password)=[^&]*&?", "");
        return kept.replace(name, database) + (kept.endsWith("?") || kept.endsWith("&") ? "" : "&")
                + "allowPublicKeyRetrieval=true&user=" + user + "&password=" + password;
    }

    /** Runs statements, each in its own transaction. */
    public void execute(String... statements) {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a query and returns its rows, with the values as text. */
    public List<List<@Nullable String>> query(String sql) {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            ResultSet result = statement.executeQuery(sql);
            List<List<@Nullable String>> rows = new ArrayList<>();
            while (result.next()) {
                List<@Nullable String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of a query's rows. */
    public List<@Nullable String> column(String sql) {
        List<@Nullable String> column = new ArrayList<>();
        query(sql).forEach(row -> column.add(row.get(0)));
        return column;
    }

    /** The names of its tables, sorted, without the journal. */
    public List<@Nullable String> tables() {
        return column("SELECT table_name FROM information_schema.tables WHERE table_schema = '" + name
                + "' AND table_name NOT LIKE '%\\_journal' ORDER BY table_name");
    }

    @Override
    public void close() {
        run(server, "DROP DATABASE " + name);
    }

    private static void run(TestServer server, String sql) {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
