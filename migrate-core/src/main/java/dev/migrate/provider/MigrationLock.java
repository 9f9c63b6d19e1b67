package dev.migrate.provider;

import java.sql.SQLException;
import java.time.Duration;

/**
 * The lock that allows one run at a time per database and version table.
 *
 * <p>Its name depends on the database as the server names it and on the version table, never on the JDBC URL. It is
 * held by the session that executes the statements: while the server still executes a statement of a dead client, the
 * session exists, and so does the lock. Neither commits nor DDL release it. Not thread-safe.
 */
public interface MigrationLock extends AutoCloseable {

    /**
     * Waits for the lock.
     *
     * @param wait how long to wait at most; zero for one attempt
     * @return whether the session holds the lock now
     * @throws SQLException if the server reports a failure instead of an answer
     */
    boolean tryAcquire(Duration wait) throws SQLException;

    /**
     * Returns whether the session at the other end of the connection holds the lock. It does not if a driver has
     * replaced the session by a new one without reporting it.
     *
     * @return true if this session holds the lock
     * @throws SQLException if the query fails
     */
    boolean isHeld() throws SQLException;

    /**
     * Describes the session that holds the lock.
     *
     * @return the holder, as far as the server shows it to this user
     * @throws SQLException if a query fails
     */
    LockHolder holder() throws SQLException;

    /** Releases the lock. If that fails, the session is broken and has lost the lock with it. */
    @Override
    void close();
}
