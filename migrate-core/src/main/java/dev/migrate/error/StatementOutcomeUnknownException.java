package dev.migrate.error;

/**
 * A run died, and of one of its statements nobody can see whether it was carried out. Nothing was changed since; somebody
 * has to look and to say what is the case.
 */
public final class StatementOutcomeUnknownException extends MigrateException {

    private final String revision;
    private final int number;
    private final String sql;

    /**
     * Names the statement.
     *
     * @param revision the id of the migration's revision
     * @param number the number of the statement in the migration, counted from one
     * @param sql the statement's text, or its beginning
     * @param seen what was seen in the database: a whole sentence
     */
    public StatementOutcomeUnknownException(String revision, int number, String sql, String seen) {
        super(
                "A run died at statement " + number + " of migration " + revision
                        + ", and whether that was carried out is unknown. " + seen + " The statement: " + sql
                        + ". Nothing was changed since.",
                "Look whether its effect is in the database, then say so: resolve --done or resolve --not-done"
                        + " (Migrator.resolve); after that, run again.");
        this.revision = revision;
        this.number = number;
        this.sql = sql;
    }

    @Override
    public Outcome outcome() {
        return Outcome.UNKNOWN;
    }

    /**
     * Names the revision whose migration was running.
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
     * @return its text, or the beginning of it
     */
    public String sql() {
        return sql;
    }
}
