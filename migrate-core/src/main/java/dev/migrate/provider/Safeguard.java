package dev.migrate.provider;

/** A check of the server that rejects changes, and that a migration can suspend. */
public enum Safeguard {
    /** The referenced table of a new foreign key exists, and a dropped table is not referenced. */
    FOREIGN_KEY_CHECKS,
    /** A table with a history of its rows does not change. */
    ROW_HISTORY
}
