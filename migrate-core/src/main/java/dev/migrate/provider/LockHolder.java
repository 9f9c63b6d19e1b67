package dev.migrate.provider;

import org.jspecify.annotations.Nullable;

/**
 * The session that holds a lock.
 *
 * @param connection the server's id of the connection, or null if the lock has just been released
 * @param description the session and its current statement, as text, without secrets
 */
public record LockHolder(@Nullable Long connection, String description) {}
