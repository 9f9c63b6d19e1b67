package dev.migrate.provider;

import dev.migrate.error.MigrateException;

/** A statement written by hand would take the ground away that a run stands on. Found before anything runs. */
public final class StatementNotAllowedException extends MigrateException {

    private final String sql;

    /**
     * Says which statement.
     *
     * @param sql the statement
     * @param reason what it would do, as half a sentence
     * @param remedy what to write instead: whole sentences
     */
    public StatementNotAllowedException(String sql, String reason, String remedy) {
        super("A migration must not run " + sql.strip() + ": " + reason + ".", remedy);
        this.sql = sql;
    }

    /**
     * Returns the statement.
     *
     * @return its text, as it was written
     */
    public String sql() {
        return sql;
    }
}
