package dev.migrate.journal;

/** What was done with a revision. */
public enum Action {
    /** Its migration's {@code up} ran. */
    UP,
    /** Its migration's {@code down} ran. */
    DOWN,
    /** The statements of a step that had not come to its end were taken back. */
    ABORT,
    /** The version table was told that it is applied; nothing ran. */
    STAMP,
    /** The version table was told that it is not applied; nothing ran. */
    UNSTAMP
}
