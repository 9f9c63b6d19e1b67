package dev.migrate.error;

/** The effect of failed work on the database. */
public enum Outcome {
    /** The work is in the database, although something after it failed. */
    DONE,
    /** The work is not in the database. The message states what was done before it. */
    NOT_DONE,
    /** The server's response never arrived, so the work may or may not be in the database. */
    UNKNOWN
}
