package dev.migrate.provider;

import org.jspecify.annotations.Nullable;

/**
 * The server and the session at the other end of a connection.
 *
 * @param version the server's own version string
 * @param database the current database, or null if none is selected
 * @param user the account that the server authenticated
 * @param connection the server's id of the connection
 */
public record ServerIdentity(String version, @Nullable String database, String user, long connection) {}
