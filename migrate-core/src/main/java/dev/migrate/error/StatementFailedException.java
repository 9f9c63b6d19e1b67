package dev.migrate.error;

/** A statement of a migration failed. The message states which statements of the migration are in the database. */
public final class StatementFailedException extends MigrateException {

    private final Outcome outcome;
    private final String revision;
    private final int number;
    private final String sql;

    /**
     * Creates an exception.
     *
     * @param outcome the effect of the statement
     * @param revision the id of the migration's revision
     * @param number the number of the statement in the migration, starting at 1
     * @param sql the statement, or the description of Java code
     * @param failure what happened
     * @param shown the statement on one line, possibly truncated
     * @param state the state of the database
     * @param remedy what to do next
     * @param cause the exception of the driver or of the migration's Java code
     */
    public StatementFailedException(
            Outcome outcome,
            String revision,
            int number,
            String sql,
            String failure,
            String shown,
            String state,
            String remedy,
            Throwable cause) {
        super(failure, shown, state, remedy, cause);
        this.outcome = outcome;
        this.revision = revision;
        this.number = number;
        this.sql = sql;
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
    @Override
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
}
