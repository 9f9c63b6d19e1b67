package dev.migrate.provider;

import java.sql.SQLException;

/**
 * Unique ids that the server commits atomically with a statement, so that the outcome of every statement is known after
 * a crash, even if its effect cannot be observed. Bound to a connection; not thread-safe.
 */
public interface CommitTokens {

    /**
     * Checks that the server accepts tokens from this user.
     *
     * @throws dev.migrate.error.MigrateException if it does not; nothing was changed
     */
    void requireUsable();

    /**
     * Returns a new token, which has never been used.
     *
     * @return the token
     * @throws SQLException if the last one cannot be read
     */
    String next() throws SQLException;

    /**
     * Assigns a token to the next statement that commits.
     *
     * @param token the token
     * @throws SQLException if the server rejects it
     */
    void assign(String token) throws SQLException;

    /**
     * Ends the assignment.
     *
     * @throws SQLException if the server rejects it
     */
    void clear() throws SQLException;
}
