package dev.migrate.dialect;

/**
 * A statement of a script.
 *
 * @param statement the statement
 * @param line the line in which it begins, counted from one
 */
public record ScriptStatement(Statement.Sql statement, int line) {}
