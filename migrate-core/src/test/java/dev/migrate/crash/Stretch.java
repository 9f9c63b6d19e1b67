package dev.migrate.crash;

import dev.migrate.plan.Direction;
import java.util.List;

/**
 * A part of the history, which is run up and down.
 *
 * @param from the revision that it begins behind, or base
 * @param to the revision that it ends with
 */
record Stretch(String from, String to) {

    static final Stretch WHOLE = new Stretch("base", "c10");

    /** The whole in parts, since each is faster than the whole. What belongs together is in one of them. */
    static final List<Stretch> PARTS = List.of(
            new Stretch("base", "c2"),
            new Stretch("c2", "c3"),
            new Stretch("c3", "c5"),
            new Stretch("c5", "c7"),
            new Stretch("c7", "c10"));

    /** Reads what {@link #toString} writes. */
    static Stretch parse(String text) {
        int dash = text.indexOf('-');
        return new Stretch(text.substring(0, dash), text.substring(dash + 1));
    }

    /** Where a run in a direction goes. */
    String target(Direction direction) {
        return direction == Direction.UP ? to : from;
    }

    boolean isFromBase() {
        return from.equals("base");
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}
