package dev.migrate.internal.mysql.effect;

/**
 * What a change does to one part of a table.
 *
 * @param part the part, by kind and name
 * @param state describes it; null where it is not there
 * @param after what becomes of it
 */
record PartState(String part, String state, After after) {

    /** What becomes of a part. */
    enum After {
        /** It is there. */
        PRESENT(" IS NOT NULL"),
        /** It is not there. */
        ABSENT(" IS NULL"),
        /** It is there, but not as before, unless it was that way already. */
        CHANGED(" IS NOT NULL");

        private final String condition;

        After(String condition) {
            this.condition = condition;
        }
    }

    /** A condition that holds afterwards. */
    String effect() {
        return state + after.condition;
    }
}
