package dev.migrate.plan;

/** The way in which a step runs a migration. */
public enum Direction {
    /** The migration's {@code up}. */
    UP,
    /** The migration's {@code down}. */
    DOWN
}
