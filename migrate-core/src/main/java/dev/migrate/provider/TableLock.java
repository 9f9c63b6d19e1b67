package dev.migrate.provider;

/** The use of a table by other sessions while a statement changes it, from the least to the most restrictive lock. */
public enum TableLock {
    /** Others read and write rows. At its start and its end, the statement still waits for open transactions. */
    NONE,
    /** Others only read rows. */
    SHARED,
    /** Others wait. */
    EXCLUSIVE
}
