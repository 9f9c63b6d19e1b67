package dev.migrate.error;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A statement of a migration failed. The message says which statements of the migration are in the database. */
public final class StatementFailedException extends MigrateException {

    private final Outcome outcome;
    private final String revision;
    private final int number;
    private final String sql;
    private final Exception failure;

    /**
     * Says which statement failed.
     *
     * @param outcome what became of the statement
     * @param revision the id of the migration's revision
     * @param number the number of the statement in the migration, counted from one
     * @param sql the statement, or what the author says of work that is done in Java
     * @param problem what happened
     * @param remedy what to do next
     * @param failure what the server or the driver said, or what code of the migration threw
     */
    public StatementFailedException(
            Outcome outcome,
            String revision,
            int number,
            String sql,
            String problem,
            String remedy,
            Exception failure) {
        super(problem, remedy, failure);
        this.outcome = outcome;
        this.revision = revision;
        this.number = number;
        this.sql = sql;
        this.failure = failure;
    }

    /** Tells what became of the statement: not done, or unknown where the server's answer never came. */
    @Override
    public Outcome outcome() {
        return outcome;
    }

    /**
     * Names the revision whose migration failed.
     *
     * @return its id
     */
    public String revision() {
        return revision;
    }

    /**
     * Numbers the statement in the migration.
     *
     * @return its number, counted from one
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
     * Returns the server's error code, for instance 1060 for a duplicate column.
     *
     * @return the code, or 0 where it was not the server that failed
     */
    public int serverCode() {
        return failure instanceof SQLException sqlFailure ? sqlFailure.getErrorCode() : 0;
    }

    /**
     * Returns the SQLState.
     *
     * @return five characters, or null where there is none
     */
    public @Nullable String sqlState() {
        return failure instanceof SQLException sqlFailure ? sqlFailure.getSQLState() : null;
    }
}
