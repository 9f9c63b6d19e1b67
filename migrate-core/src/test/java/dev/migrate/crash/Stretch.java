package dev.migrate.crash;

import java.util.List;

/**
 * A part of the history.
 *
 * @param from the revision that it begins behind, or base
 * @param to the revision that it ends with
 */
record Stretch(String from, String to) {

    static final Stretch WHOLE = new Stretch("base", "c10");

    /** What comes behind the whole, and is refused. */
    private static final Stretch REFUSED = new Stretch("c10", "c11");

    /** All of it in parts, since each is faster than the whole. What belongs together is in one of them. */
    static final List<Stretch> PARTS = List.of(
            new Stretch("base", "c2"),
            new Stretch("c2", "c3"),
            new Stretch("c3", "c5"),
            new Stretch("c5", "c7"),
            new Stretch("c7", "c10"),
            REFUSED);

    /** Reads what {@link #toString} writes. */
    static Stretch parse(String text) {
        int dash = text.indexOf('-');
        return new Stretch(text.substring(0, dash), text.substring(dash + 1));
    }

    /** What can be done with it. */
    List<Way> ways() {
        return equals(REFUSED) ? List.of(Way.ABORT) : List.of(Way.UP, Way.DOWN);
    }

    boolean isFromBase() {
        return from.equals("base");
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}
