package dev.migrate.spring.boot;

/** What happens if the tables of the application's entities differ from the entities. */
public enum CheckEntities {
    /** They are not compared. */
    NONE,
    /** A warning with the differences is logged. */
    WARN,
    /** The application does not start. */
    FAIL
}
