package dev.migrate.plan;

/** The direction of a step. */
public enum Direction {
    /** An upgrade, which runs {@code up}. */
    UP,
    /** A downgrade, which runs {@code down}. */
    DOWN;

    /**
     * Returns the opposite direction.
     *
     * @return the opposite direction
     */
    public Direction opposite() {
        return this == UP ? DOWN : UP;
    }
}
