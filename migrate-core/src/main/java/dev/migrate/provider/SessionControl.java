package dev.migrate.provider;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Controls the server-side session of one connection: identifies the server, applies the settings that a run needs, and
 * restores the original ones. Bound to its connection; not thread-safe.
 */
public interface SessionControl {

    /**
     * Identifies the server and the session, with one query.
     *
     * @return the server, the database, the account and the connection id
     * @throws SQLException if the query fails
     */
    ServerIdentity identify() throws SQLException;

    /**
     * Returns whether the server rejects writes, with one query.
     *
     * @return true if the server is read-only
     * @throws SQLException if the query fails
     */
    boolean isReadOnly() throws SQLException;

    /**
     * Returns whether other servers of a cluster accept writes at the same time, where the {@link MigrationLock} of this
     * server does not protect the database. With one query, and another one on a server of a cluster.
     *
     * @return true in a cluster with several writable servers
     * @throws SQLException if a query fails
     */
    boolean isMultiPrimary() throws SQLException;

    /**
     * Compares the privileges of the user with those that migrations require, with one query.
     *
     * @param database the database to be migrated
     * @return the missing privileges, in a fixed order
     * @throws SQLException if the query fails
     */
    List<String> missingPrivileges(String database) throws SQLException;

    /**
     * Derives from the error of the server which privilege the user lacks for a statement, with one query.
     *
     * @param failure the driver's exception
     * @param sql the rejected statement
     * @return the statement with which an administrator grants it, or empty if the failure has another reason
     * @throws SQLException if the query fails
     */
    Optional<String> missingGrant(SQLException failure, String sql) throws SQLException;

    /**
     * Applies the settings of a run: statements are interpreted as the renderer assumes, transactional statements are
     * committed explicitly, lock waits are short, and the server ends the session, with its lock, when the client is
     * lost.
     *
     * @param idleTimeout the time without a command after which the server ends the session, in whole seconds
     * @throws SQLException if a setting cannot be read or changed
     * @throws dev.migrate.error.MigrateException if the connection is not suitable for a run, for instance read-only
     */
    void prepare(Duration idleTimeout) throws SQLException;

    /**
     * Returns the current time by the clock of the server, as it was when the session was prepared; sends nothing. Never
     * runs backwards. Only after {@link #prepare}.
     *
     * @return the time
     */
    Instant now();

    /**
     * Remembers all settings of the session before the first statement that may change them; does nothing when it is
     * called again. Only after {@link #prepare}.
     *
     * @throws SQLException if they cannot be read
     */
    void remember() throws SQLException;

    /**
     * Applies the settings that the next statement needs, unless they are in effect. Once a statement may have changed
     * settings, they are left as they are until {@link #reset}. Only after {@link #prepare}.
     *
     * @param use the use of the session by the statement
     * @throws SQLException if a setting cannot be changed
     */
    void adapt(SessionUse use) throws SQLException;

    /**
     * Sets whether the server adds no other defaults to columns than those that are declared; does nothing if it never
     * does. Commits, and must therefore be called before and after a statement that commits implicitly only. Only after
     * {@link #prepare}.
     *
     * @param isExplicit true before a statement that needs it, false after it
     * @throws SQLException if the server does not allow this for a session
     */
    void explicitDefaults(boolean isExplicit) throws SQLException;

    /**
     * Applies the settings of a run again, and every other setting that has changed since {@link #remember}. Only after
     * {@link #prepare}, outside of a transaction.
     *
     * @throws SQLException if they cannot be set
     */
    void reset() throws SQLException;

    /**
     * Prepares the session for code of a migration: the connection may be idle for as long as before {@link #prepare}, or
     * for hours if that is longer.
     *
     * @return the scope of the code, to be closed after it
     * @throws SQLException if the idle timeout cannot be set
     */
    CodeScope enterCode() throws SQLException;

    /**
     * Rolls back what is not committed and restores the settings from before {@link #prepare}; does nothing if that was
     * never called.
     *
     * @throws SQLException if they cannot be restored
     */
    void restore() throws SQLException;

    /**
     * Creates a database.
     *
     * @param name the name of the database
     * @return false if the database already existed
     * @throws SQLException if the server rejects it
     */
    boolean createDatabase(String name) throws SQLException;

    /** The time in which code of a migration uses the session. */
    interface CodeScope extends AutoCloseable {

        /**
         * Applies the idle timeout of the run again, and checks that the code left the session as it found it: the same
         * server session, the same default database, explicit commits. These are restored before the method returns.
         *
         * @throws SQLException if the code changed one of them, or if the connection is lost
         */
        @Override
        void close() throws SQLException;
    }
}
