package dev.migrate.journal;

/** What became of a statement whose outcome a run could not determine, as a person found it in the database. */
public enum StatementOutcome {
    /** The statement was executed: its effect is in the database. */
    DONE,
    /** The statement was not executed, or was reverted by hand: the next run executes it. */
    NOT_DONE
}
