package dev.migrate.provider;

import dev.migrate.error.MigrateException;

/** A statement has more or fewer question marks than parameters. Found before anything runs. */
public final class ParameterCountException extends MigrateException {

    private final String sql;

    /**
     * Says what does not fit.
     *
     * @param sql the statement
     * @param marks how many question marks it has outside of quotes and comments
     * @param parameters how many parameters were given
     */
    public ParameterCountException(String sql, int marks, int parameters) {
        super(
                "The statement has " + marks + " question marks outside of quotes and comments, but got " + parameters
                        + " parameters: " + sql + " Nothing was run.",
                "Give one parameter for each question mark.");
        this.sql = sql;
    }

    /**
     * Returns the statement.
     *
     * @return its whole text, with its question marks
     */
    public String sql() {
        return sql;
    }
}
