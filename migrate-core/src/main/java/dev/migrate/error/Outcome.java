package dev.migrate.error;

/** What became of the work that failed: the answer to "what state is my database in?". */
public enum Outcome {
    /** The work is in the database, although something after it failed. */
    DONE,
    /** The work is not in the database; whatever preceded it stands as the error's message says. */
    NOT_DONE,
    /** The answer of the server never arrived: the work may be in the database or not. */
    UNKNOWN
}
