package dev.migrate.provider;

/**
 * A statement of a script.
 *
 * @param statement the statement
 * @param line the line in which it begins, counted from one
 */
public record ScriptStatement(PlannedStatement.Sql statement, int line) {}
