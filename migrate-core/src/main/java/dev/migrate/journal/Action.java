package dev.migrate.journal;

/** An action on a revision or on a repeatable migration. */
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
    UNSTAMP,
    /** A repeatable migration ran with its current text. */
    REPEAT,
    /** A repeatable migration ran with a former text, which a downgrade restored. */
    RESTORE,
    /** A downgrade dropped what a repeatable migration had created. */
    REMOVE;

    /**
     * Returns whether the action is about a repeatable migration.
     *
     * @return true if there is no such revision in the graph
     */
    public boolean isRepeatable() {
        return this == REPEAT || this == RESTORE || this == REMOVE;
    }
}
