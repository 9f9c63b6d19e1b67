package dev.migrate.test;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The transaction of a test. Borrowed connections are the same one: a commit sets a savepoint, and a rollback returns to it.
 * Not thread-safe: it belongs to one test.
 */
final class Rollback {

    private static final Logger LOG = LoggerFactory.getLogger(Rollback.class);
    private static final Set<String> IGNORED = Set.of("close", "setAutoCommit");
    private static final String START = "migrate_test_start";
    private static final String COMMITTED = "migrate_test_committed";

    private final Connection connection;

    private Rollback(Connection connection) {
        this.connection = connection;
    }

    static Rollback begin(DataSource source) throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        Sql.execute(connection, "SAVEPOINT " + START, "SAVEPOINT " + COMMITTED);
        return new Rollback(connection);
    }

    DataSource dataSource(DataSource original) {
        return Proxies.of(
                DataSource.class,
                original,
                (method, call) -> method.getName().equals("getConnection") ? connection() : call.proceed());
    }

    Connection connection() {
        return Proxies.of(Connection.class, connection, (method, call) -> {
            String name = method.getName();
            if (IGNORED.contains(name)) {
                return null;
            }
            if (name.equals("commit")) {
                return executed("SAVEPOINT " + COMMITTED);
            }
            return name.equals("rollback") && !call.hasArguments()
                    ? executed("ROLLBACK TO SAVEPOINT " + COMMITTED)
                    : call.proceed();
        });
    }

    private @Nullable Object executed(String sql) throws SQLException {
        Sql.execute(connection, sql);
        return null;
    }

    /**
     * Rolls the transaction back and closes the connection.
     *
     * @return false if a statement of the test has committed implicitly
     */
    boolean end() throws SQLException {
        try (Connection closed = connection) {
            boolean isOpen = isOpen();
            closed.rollback();
            closed.setAutoCommit(true);
            return isOpen;
        }
    }

    private boolean isOpen() {
        try {
            Sql.execute(connection, "ROLLBACK TO SAVEPOINT " + START);
            return true;
        } catch (SQLException e) {
            LOG.warn("A statement of the test has committed implicitly; its rows are deleted instead of rolled back.");
            return false;
        }
    }
}
