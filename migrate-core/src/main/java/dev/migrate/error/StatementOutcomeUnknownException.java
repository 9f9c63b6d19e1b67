package dev.migrate.error;

/**
 * A run was interrupted, and whether one of its statements was executed cannot be determined. Nothing was changed
 * since. A person has to check the database and record the outcome.
 */
public final class StatementOutcomeUnknownException extends MigrateException {

    private final String revision;
    private final int number;
    private final String sql;

    /**
     * Creates an exception.
     *
     * @param revision the id of the migration's revision
     * @param number the number of the statement in the migration, starting at 1
     * @param sql the statement, or its beginning
     * @param observed what was observed in the database, as a full sentence
     */
    public StatementOutcomeUnknownException(String revision, int number, String sql, String observed) {
        super(
                "A run was interrupted at statement " + number + " of migration " + revision
                        + ", and whether the statement was executed is unknown. " + observed,
                sql,
                "Nothing was changed since the interruption.",
                "Check whether its effect is in the database, then record the outcome with resolve --done or"
                        + " resolve --not-done (Migrator.resolve), and run again, or revert the step with abort.",
                null);
        this.revision = revision;
        this.number = number;
        this.sql = sql;
    }

    @Override
    public Outcome outcome() {
        return Outcome.UNKNOWN;
    }

    /**
     * Returns the revision whose migration was interrupted.
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
     * @return its text, or the beginning of it
     */
    public String sql() {
        return sql;
    }
}
