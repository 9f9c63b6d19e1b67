package dev.migrate.internal.mysql.session;

import dev.migrate.internal.mysql.sql.MaskedSql;
import dev.migrate.provider.LockHolder;
import dev.migrate.provider.MigrationLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The migration lock as a named lock of the server ({@code GET_LOCK}), held by the session. */
public final class NamedLock implements MigrationLock {

    private static final Logger LOG = LoggerFactory.getLogger(NamedLock.class);
    private static final int MAX_STATEMENT_LENGTH = 100;

    private final Connection connection;
    /** Lower-case letters, digits and a colon; needs no quoting. */
    private final String name;

    /** Prepares the lock of a database; it is not acquired yet. */
    public NamedLock(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    /** Whether the session holds the lock, as an SQL condition. */
    String ownership() {
        return "IS_USED_LOCK('" + name + "') = CONNECTION_ID()";
    }

    @Override
    public boolean tryAcquire(Duration wait) throws SQLException {
        // The server waits in whole seconds.
        String sql = "SELECT GET_LOCK('" + name + "', " + wait.plusMillis(999).toSeconds() + ")";
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            int answer = result.getInt(1);
            if (result.wasNull()) {
                // MariaDB returns this if the waiting session was killed.
                throw new SQLException(
                        "GET_LOCK returned NULL: the server reported a failure without a reason", "HY000");
            }
            return answer == 1;
        }
    }

    @Override
    public boolean isHeld() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT " + ownership())) {
            result.next();
            return result.getBoolean(1);
        }
    }

    @Override
    public LockHolder holder() throws SQLException {
        // Every user may read the id; the statement is shown with PROCESS or to the same account only.
        String sql = """
                SELECT h.id, p.user, p.host, p.time, COALESCE(p.state, ''), COALESCE(p.info, '')
                FROM (SELECT IS_USED_LOCK(?) AS id) h
                LEFT JOIN information_schema.processlist p ON p.id = h.id
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                long id = result.getLong(1);
                if (result.wasNull()) {
                    return new LockHolder(null, "it has just ended");
                }
                OptionalInt percent = StatementProgress.of(connection, id);
                return new LockHolder(
                        id,
                        "connection " + id + description(result)
                                + (percent.isPresent() ? ", " + percent.getAsInt() + " % done" : ""));
            }
        }
    }

    private static String description(ResultSet row) throws SQLException {
        if (row.getString(2) == null) {
            return " of another account (its statement is visible only with the PROCESS privilege)";
        }
        String state = row.getString(5);
        String statement = row.getString(6);
        return " of " + row.getString(2) + " from " + row.getString(3) + ", for " + row.getLong(4) + " s "
                + (statement.isEmpty() ? "between two statements" : "executing: " + shortened(MaskedSql.of(statement)))
                + (state.isEmpty() ? "" : " (" + state + ")");
    }

    private static String shortened(String statement) {
        String line = statement.strip().replaceAll("\\s+", " ");
        return line.length() <= MAX_STATEMENT_LENGTH ? line : line.substring(0, MAX_STATEMENT_LENGTH) + "…";
    }

    @Override
    public void close() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DO RELEASE_LOCK('" + name + "')");
        } catch (SQLException e) {
            LOG.debug("The lock could not be released.", e);
        }
    }
}
