package dev.migrate.provider;

/**
 * A statement of a script.
 *
 * @param statement the statement
 * @param line the line in which it begins, starting at 1
 */
public record ScriptStatement(PlannedStatement.Sql statement, int line) {}
