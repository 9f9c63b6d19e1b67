package dev.migrate.journal;

/** The state of a statement. */
public enum StatementState {
    /** Its intent is recorded; its outcome is not. */
    STARTED,
    /** The server rejected it; it has no effect. */
    FAILED,
    /** It was executed and is committed. */
    DONE
}
