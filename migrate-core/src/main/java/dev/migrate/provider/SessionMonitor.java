package dev.migrate.provider;

import java.sql.Connection;
import java.util.OptionalInt;

/** Observes the sessions of the server. Stateless and thread-safe. */
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
     * Describes the sessions that use tables of the current database, after a statement has timed out waiting for one.
     *
     * @param connection the connection of the run
     * @return a description of the sessions
     */
    String lockBlockers(Connection connection);
}
