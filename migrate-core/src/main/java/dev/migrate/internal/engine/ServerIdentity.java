package dev.migrate.internal.engine;

import org.jspecify.annotations.Nullable;

/**
 * What a server says of itself and of the session.
 *
 * @param version what {@code SELECT VERSION()} returns
 * @param database the database of the session, or null if none is selected
 * @param user the account that the server took the user for
 * @param connection the server's id of the connection
 */
public record ServerIdentity(String version, @Nullable String database, String user, long connection) {}
