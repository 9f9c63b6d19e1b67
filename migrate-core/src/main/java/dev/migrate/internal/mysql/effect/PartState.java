package dev.migrate.internal.mysql.effect;

/**
 * The effect of a change on one part of a table.
 *
 * @param part the part, by kind and name
 * @param state describes it; null if it does not exist
 * @param after its state after the change
 */
record PartState(String part, String state, After after) {

    /** The state of a part after the change. */
    enum After {
        /** It exists. */
        PRESENT(" IS NOT NULL"),
        /** It does not exist. */
        ABSENT(" IS NULL"),
        /** It exists and differs from before, unless it was already in that state. */
        CHANGED(" IS NOT NULL");

        private final String condition;

        After(String condition) {
            this.condition = condition;
        }
    }

    /** A condition that holds after the change. */
    String effect() {
        return state + after.condition;
    }
}
