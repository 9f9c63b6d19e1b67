package dev.migrate.error;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A statement of a migration failed. The message states which statements of the migration are in the database. */
public final class StatementFailedException extends MigrateException {

    private final Outcome outcome;
    private final String revision;
    private final int number;
    private final String sql;
    private final Throwable failure;

    /**
     * Creates an exception.
     *
     * @param outcome the effect of the statement
     * @param revision the id of the migration's revision
     * @param number the number of the statement in the migration, starting at 1
     * @param sql the statement, or the description of Java code
     * @param problem what happened
     * @param remedy what to do next
     * @param failure the exception of the driver or of the migration's Java code
     */
    public StatementFailedException(
            Outcome outcome,
            String revision,
            int number,
            String sql,
            String problem,
            String remedy,
            Throwable failure) {
        super(problem, remedy, failure);
        this.outcome = outcome;
        this.revision = revision;
        this.number = number;
        this.sql = sql;
        this.failure = failure;
    }

    /** Returns the effect of the statement: not done, or unknown if the server's response never arrived. */
    @Override
    public Outcome outcome() {
        return outcome;
    }

    /**
     * Returns the revision whose migration failed.
     *
     * @return its id
     */
    public String revision() {
        return revision;
    }

    /**
     * Returns the number of the statement in the migration.
     *
     * @return the number, starting at 1
     */
    public int statementNumber() {
        return number;
    }

    /**
     * Returns the statement.
     *
     * @return its whole text
     */
    public String sql() {
        return sql;
    }

    /**
     * Returns the server's error code, for example 1060 for a duplicate column.
     *
     * @return the code, or 0 if the failure did not come from the server
     */
    public int serverCode() {
        return failure instanceof SQLException sqlFailure ? sqlFailure.getErrorCode() : 0;
    }

    /**
     * Returns the SQLState.
     *
     * @return five characters, or null if there is none
     */
    public @Nullable String sqlState() {
        return failure instanceof SQLException sqlFailure ? sqlFailure.getSQLState() : null;
    }
}
