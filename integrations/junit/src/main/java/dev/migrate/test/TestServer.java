package dev.migrate.test;

import dev.migrate.provider.DatabaseProviders;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that has databases for tests. The names of the databases of a process contain an id, and a session holds a lock
 * with it as long as the process runs. Databases whose lock is free were left by a killed process, and the next one drops
 * them. Thread-safe; closing it drops the databases of this process.
 */
final class TestServer implements AutoCloseable {

    /** The prefix of the databases of tests. */
    static final String PREFIX = "migrate_junit_";

    private static final Logger LOG = LoggerFactory.getLogger(TestServer.class);
    private static final Pattern NAME = Pattern.compile("(?<owner>" + PREFIX + "[0-9a-f]{12})_\\d+");
    private static final int ID_BYTES = 6;
    /** The longest time that every server accepts. */
    private static final String LONGEST_IDLE_SECONDS = "2147483";

    private final DataSource source;
    private final @Nullable ServerUrl url;
    private final Session session;
    private final String owner;
    private final String version;
    /** The database that the session had, to which it returns before a pool gets it back. */
    private final @Nullable String home;

    private final AtomicInteger count = new AtomicInteger();
    private final Set<String> databases = new HashSet<>();

    private TestServer(DataSource source, @Nullable ServerUrl url, Session session, String owner) throws SQLException {
        this.source = source;
        this.url = url;
        this.session = session;
        this.owner = owner;
        version = Sql.column(session.connection(), "SELECT VERSION()").get(0);
        home = Sql.rows(session.connection(), "SELECT DATABASE()").get(0).get(0);
    }

    /** Connects to a server and drops what killed processes have left. */
    static TestServer connect(ServerSource found) {
        try {
            return connect(found.source(), found.url());
        } catch (SQLException e) {
            throw new TestDatabaseException(
                    "The server for tests, from " + found.origin() + ", cannot be used: "
                            + DatabaseProviders.classify(e).text() + ".",
                    "Check that it runs, and its URL, user and password.",
                    e);
        }
    }

    private static TestServer connect(DataSource source, @Nullable ServerUrl url) throws SQLException {
        Connection session = url == null ? source.getConnection() : Session.open(url);
        try {
            DatabaseProviders.forConnection(session);
            byte[] id = new byte[ID_BYTES];
            new SecureRandom().nextBytes(id);
            String owner = PREFIX + HexFormat.of().formatHex(id);
            Sql.execute(session, "SET SESSION wait_timeout = " + LONGEST_IDLE_SECONDS);
            Sql.isOne(session, lock(owner, 0));
            TestServer server = new TestServer(source, url, Session.of(session), owner);
            server.dropAbandoned();
            return server;
        } catch (SQLException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** The condition that takes a lock. */
    static String lock(String name, int seconds) {
        return "GET_LOCK('" + name + "', " + seconds + ")";
    }

    static String unlock(String name) {
        return "DO RELEASE_LOCK('" + name + "')";
    }

    private void dropAbandoned() throws SQLException {
        Connection connection = session.connection();
        for (String name : Sql.column(connection, "SHOW DATABASES LIKE '" + PREFIX.replace("_", "\\_") + "%'")) {
            Matcher parts = NAME.matcher(name);
            if (parts.matches() && Sql.isOne(connection, lock(parts.group("owner"), 0))) {
                Sql.execute(connection, "DROP DATABASE IF EXISTS " + name, unlock(parts.group("owner")));
                LOG.info("Dropped the test database {}, which an earlier process left behind.", name);
            }
        }
    }

    /** The result of {@code SELECT VERSION()}. */
    String version() {
        return version;
    }

    /** Creates an empty database. */
    OwnedDatabase create() {
        String name = owner + "_" + count.incrementAndGet();
        create(name);
        synchronized (this) {
            databases.add(name);
        }
        return new OwnedDatabase(this, name);
    }

    /** Creates a database that outlives the process. */
    synchronized void create(String name) {
        try {
            Sql.execute(session.connection(), "CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        } catch (SQLException e) {
            throw new TestDatabaseException(
                    "The server could not create a database for tests: "
                            + DatabaseProviders.classify(e).text() + ".",
                    "Use a server for tests only, and a user that is allowed to create databases: GRANT ALL ON"
                            + " `migrate\\_%`.* TO ...",
                    e);
        }
    }

    synchronized void drop(String name) {
        databases.remove(name);
        try {
            Sql.execute(session.connection(), "DROP DATABASE IF EXISTS " + name);
        } catch (SQLException e) {
            LOG.warn("The test database {} could not be dropped; drop it manually.", name, e);
        }
    }

    /** A use of the session of this process. */
    interface Work<T> {
        T on(Session session) throws SQLException;
    }

    /** Executes statements without opening a connection, one thread after the other. */
    synchronized <T> T use(Work<T> work) throws SQLException {
        return work.on(session);
    }

    /** Opens another session without a database. */
    Connection connect() throws SQLException {
        return source.getConnection();
    }

    /** Returns a source of connections to a database of the server. */
    DataSource dataSource(String database) {
        return url == null
                ? new SwitchedDataSource(source, database).proxy()
                : new DriverDataSource(url.database(database));
    }

    /** Returns the URL of a database; empty if the server was given as a {@code DataSource}. */
    Optional<String> url(String database) {
        return Optional.ofNullable(url).map(server -> server.database(database));
    }

    @Override
    public synchronized void close() throws SQLException {
        if (home != null) {
            Sql.execute(session.connection(), "USE " + Sql.quoted(home));
        }
        Set.copyOf(databases).forEach(this::drop);
        session.connection().close();
    }
}
