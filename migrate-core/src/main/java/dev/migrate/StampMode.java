package dev.migrate;

/** What a stamp does with the rows that the version table contains. */
public enum StampMode {
    /** Moves the rows on the branches of the targets and keeps all others. Every row must be the id of a revision. */
    MOVE,
    /** Deletes all rows first, even ids without a migration, and marks an interrupted step as aborted. */
    PURGE
}
