package dev.migrate.crash;

import java.util.List;

/**
 * A part of the history.
 *
 * @param from the revision that it begins behind, or base
 * @param to the revision that it ends with
 */
record RevisionRange(String from, String to) {

    static final RevisionRange WHOLE = new RevisionRange("base", "c10");

    /** What comes behind the whole, and is refused. */
    private static final RevisionRange REFUSED = new RevisionRange("c10", "c11");

    /** All of it in parts, since each is faster than the whole. What belongs together is in one of them. */
    static final List<RevisionRange> PARTS = List.of(
            new RevisionRange("base", "c2"),
            new RevisionRange("c2", "c3"),
            new RevisionRange("c3", "c5"),
            new RevisionRange("c5", "c7"),
            new RevisionRange("c7", "c10"),
            REFUSED);

    /** Reads what {@link #toString} writes. */
    static RevisionRange parse(String text) {
        int dash = text.indexOf('-');
        return new RevisionRange(text.substring(0, dash), text.substring(dash + 1));
    }

    /** What can be done with it. */
    List<RunAction> ways() {
        return equals(REFUSED) ? List.of(RunAction.ABORT) : List.of(RunAction.UP, RunAction.DOWN);
    }

    boolean isFromBase() {
        return from.equals("base");
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}
