package dev.migrate.journal;

/** The reaction of a run to applied migrations that have changed since they ran. */
public enum EditPolicy {
    /** The migrations are not compared. */
    IGNORE,
    /** The run logs a warning, informs the listeners and continues. */
    WARN,
    /** The run fails before it changes anything. */
    REFUSE
}
