package dev.migrate.provider;

import java.sql.Connection;
import java.util.OptionalInt;

/** Shows what sessions of the server are doing. Stateless and thread-safe. */
public interface SessionMonitor {

    /**
     * Returns the progress of the statement that a session is executing.
     *
     * @param connection a connection to the same server
     * @param session the server's id of the observed connection
     * @return the progress in percent, or empty if the server does not report it
     */
    OptionalInt progress(Connection connection, long session);

    /**
     * Describes the sessions that use tables of the current database, after a statement has waited for one in vain.
     *
     * @param connection the connection of the run
     * @return the sessions, in words
     */
    String lockBlockers(Connection connection);
}
