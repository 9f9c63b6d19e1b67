package dev.migrate.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A real server that is used only by tests. */
public final class TestServer implements AutoCloseable {

    /** The beginning of a URL for MariaDB's own driver. */
    static final String MARIADB = "jdbc:mariadb:";

    private final String url;
    private final String version;
    private final Runnable stop;
    private final AtomicInteger tests = new AtomicInteger();

    private TestServer(String url, String version, Runnable stop) {
        this.url = url;
        this.version = version;
        this.stop = stop;
    }

    /**
     * Connects to a server.
     *
     * @param url the JDBC URL of an administrator, without a database
     * @param stop stops the server after the tests
     */
    static TestServer at(String url, Runnable stop) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT VERSION()")) {
            result.next();
            return new TestServer(url, result.getString(1), stop);
        }
    }

    /** The JDBC URL of an administrator for a database. */
    String urlOf(String database) {
        int slash = url.indexOf('/', url.indexOf("//") + 2);
        return url.substring(0, slash + 1) + database + url.substring(slash + 1);
    }

    /** The JDBC URL of an administrator for a database, for MariaDB's own driver. */
    String mariaDbUrlOf(String database) {
        String url = urlOf(database).replace("jdbc:mysql:", MARIADB).replace("sslMode=DISABLED", "sslMode=disable");
        // The certificate of a test server, if it has one, is its own.
        return url.contains("sslMode=") ? url : url + "&sslMode=disable&allowPublicKeyRetrieval=true";
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    /** The result of {@code SELECT VERSION()}. */
    public String version() {
        return version;
    }

    /** True for MariaDB, false for MySQL. */
    public boolean isMariaDb() {
        return version.contains("MariaDB");
    }

    void countTest() {
        tests.incrementAndGet();
    }

    int tests() {
        return tests.get();
    }

    @Override
    public void close() {
        stop.run();
    }
}
