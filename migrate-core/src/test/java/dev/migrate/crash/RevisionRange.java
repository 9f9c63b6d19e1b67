package dev.migrate.crash;

import java.util.List;

/**
 * A range of the history.
 *
 * @param from the revision after which it starts, or base
 * @param to the revision with which it ends
 */
record RevisionRange(String from, String to) {

    static final RevisionRange WHOLE = new RevisionRange("base", "c10");

    /** The revision after the whole history, which is rejected. */
    private static final RevisionRange REFUSED = new RevisionRange("c10", "c11");

    /** The whole history in ranges, because each is faster than the whole. Related revisions are in the same range. */
    static final List<RevisionRange> PARTS = List.of(
            new RevisionRange("base", "c2"),
            new RevisionRange("c2", "c3"),
            new RevisionRange("c3", "c5"),
            new RevisionRange("c5", "c7"),
            new RevisionRange("c7", "c10"),
            REFUSED);

    /** Parses the result of {@link #toString}. */
    static RevisionRange parse(String text) {
        int dash = text.indexOf('-');
        return new RevisionRange(text.substring(0, dash), text.substring(dash + 1));
    }

    /** The possible actions on it. */
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
