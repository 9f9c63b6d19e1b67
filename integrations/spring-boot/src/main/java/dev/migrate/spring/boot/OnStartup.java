package dev.migrate.spring.boot;

/** The actions when the application starts. */
public enum OnStartup {
    /** Applies what is pending, before any bean uses the database. */
    UPGRADE,
    /** Fails if a revision is pending, and lists the pending ones. The database is only read. */
    CHECK,
    /** Logs a warning with the pending revisions, if there are any. The database is only read. */
    REPORT,
    /** Does nothing; no connection is opened. */
    NONE
}
