package dev.migrate.journal;

/** How far a statement has come. */
public enum StatementState {
    /** It was about to run: whether it did, only a look at the database can tell. */
    STARTED,
    /** The server refused it; it is not in the database. */
    FAILED,
    /** It is in the database. */
    DONE
}
