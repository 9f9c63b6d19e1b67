package dev.migrate.journal;

/** An action on a revision. */
public enum Action {
    /** Its migration's {@code up} ran. */
    UP,
    /** Its migration's {@code down} ran. */
    DOWN,
    /** The statements of an interrupted step were reverted. */
    ABORT,
    /** It was marked as applied; nothing ran. */
    STAMP,
    /** It was marked as not applied; nothing ran. */
    UNSTAMP
}
