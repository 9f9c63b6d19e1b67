package dev.migrate.journal;

/** The outcome of a statement that a run could not determine, as found in the database by a person. */
public enum StatementOutcome {
    /** The statement was executed: its effect is in the database. */
    DONE,
    /** The statement was not executed, or was reverted by hand: the next run executes it. */
    NOT_DONE
}
