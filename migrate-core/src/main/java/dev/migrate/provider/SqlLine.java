package dev.migrate.provider;

/**
 * A statement of a script as text.
 *
 * @param sql the statement
 * @param line the line in which it begins, starting at 1
 */
public record SqlLine(String sql, int line) {}
