package dev.migrate.provider;

import java.sql.SQLException;

/**
 * Unique ids that the server commits atomically with a statement, so that the outcome of every statement is known after
 * a crash, whatever its effect. Bound to a connection; not thread-safe.
 */
public interface CommitTokens {

    /**
     * Checks that the server accepts tokens from this user.
     *
     * @throws dev.migrate.error.MigrateException if it does not; nothing was changed
     */
    void requireUsable();

    /**
     * Returns a token that was never used before.
     *
     * @return the token
     * @throws SQLException if the last one cannot be read
     */
    String next() throws SQLException;

    /**
     * Assigns a token to the next statement that commits.
     *
     * @param token the token
     * @throws SQLException if the server refuses it
     */
    void assign(String token) throws SQLException;

    /**
     * Ends the assignment.
     *
     * @throws SQLException if the server refuses it
     */
    void clear() throws SQLException;
}
