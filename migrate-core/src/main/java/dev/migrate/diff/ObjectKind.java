package dev.migrate.diff;

/** What a database is made of and a comparison can leave out. */
public enum ObjectKind {
    /** A table with all that is in it. */
    TABLE,
    /** A view. */
    VIEW,
    /** A trigger; one of a table that is left out is left out as well. */
    TRIGGER,
    /** A procedure or a function. */
    ROUTINE,
    /** An event. */
    EVENT
}
