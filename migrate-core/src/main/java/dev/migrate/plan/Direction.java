package dev.migrate.plan;

/** The way in which a step runs a migration. */
public enum Direction {
    /** The migration's {@code up}. */
    UP,
    /** The migration's {@code down}. */
    DOWN;

    /**
     * Returns the other one.
     *
     * @return the way back
     */
    public Direction opposite() {
        return this == UP ? DOWN : UP;
    }
}
