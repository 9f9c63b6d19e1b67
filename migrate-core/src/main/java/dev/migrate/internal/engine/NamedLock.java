package dev.migrate.internal.engine;

import dev.migrate.error.LockException;
import dev.migrate.event.RunListener;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps all runners but one away from a database.
 *
 * <p>It is a named lock of the server ({@code GET_LOCK}), held by the session that runs the statements: as long as the
 * server still works for a runner that died, that session lives, and so does its lock. Commits and DDL leave it alone;
 * it goes with the session, however that ends.
 */
public final class NamedLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NamedLock.class);

    /** How long one call waits, after which those who read the log are told. */
    private static final Duration SLICE = Duration.ofSeconds(5);

    private final Connection connection;
    /** Made by us: small letters, digits and a colon. */
    private final String name;

    private NamedLock(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    /**
     * Waits for the lock.
     *
     * @param session the session that will run the statements
     * @param server what the server says of itself and of the database
     * @param versions the version table
     * @param options how long to wait at most, and who is told
     * @return the lock, to be closed when the run is over
     * @throws LockException if somebody else holds it for longer, or the server does not give it
     */
    public static NamedLock acquire(Session session, ServerIdentity server, VersionTable versions, RunOptions options) {
        NamedLock lock =
                new NamedLock(session.connection(), LockName.of(String.valueOf(server.database()), versions.name()));
        try {
            lock.await(options.lockTimeout(), options.listener());
            // A transaction that is open already would go on showing what was there before the wait.
            lock.connection.rollback();
            return lock;
        } catch (SQLException e) {
            throw new LockException(
                    LockException.Reason.NOT_GRANTED,
                    null,
                    "The lock that keeps runners apart could not be had: "
                            + ServerError.of(e).text() + ". Nothing was changed.",
                    "Remove the cause and run again.",
                    e);
        }
    }

    String name() {
        return name;
    }

    private void await(Duration timeout, RunListener listener) throws SQLException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            if (tryFor(left.compareTo(SLICE) < 0 ? left : SLICE)) {
                return;
            }
            LockHolder holder = LockHolder.find(connection, name);
            if (deadline - System.nanoTime() <= 0) {
                throw new LockException(
                        LockException.Reason.TIMEOUT,
                        holder.id(),
                        "Another runner migrates this database, and did not end within " + timeout.toSeconds() + " s: "
                                + holder.description() + ". Nothing was changed.",
                        "Wait for it and run again, or allow a longer wait. If its process is dead, the server ends"
                                + " its statement all the same, and its lock goes with it.",
                        null);
            }
            listener.waitingForLock(holder.description());
        }
    }

    /** The server waits in whole seconds. */
    private boolean tryFor(Duration wait) throws SQLException {
        String sql = "SELECT GET_LOCK('" + name + "', " + wait.plusMillis(999).toSeconds() + ")";
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            int answer = result.getInt(1);
            if (result.wasNull()) {
                // MariaDB answers so when the waiting session was killed.
                throw new LockException(
                        LockException.Reason.NOT_GRANTED,
                        null,
                        "The server did not give the lock that keeps runners apart, and did not say why."
                                + " Nothing was changed.",
                        "Run again; if it stays so, look into the server's log.",
                        null);
            }
            return answer == 1;
        }
    }

    /** Lets the next one in. If that fails, the session is broken and the lock gone with it. */
    @Override
    public void close() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DO RELEASE_LOCK('" + name + "')");
        } catch (SQLException e) {
            LOG.debug("The lock could not be released.", e);
        }
    }
}
