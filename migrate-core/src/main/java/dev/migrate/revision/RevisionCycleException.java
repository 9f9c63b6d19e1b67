package dev.migrate.revision;

import java.util.List;

/** Revisions follow one another, or depend on one another, in a circle. */
public final class RevisionCycleException extends RevisionException {

    private final List<String> cycle;

    private final boolean throughDependencies;

    RevisionCycleException(List<String> cycle, boolean throughDependencies) {
        super(
                cycle.size() == 1
                        ? "Revision " + quoted(cycle.get(0)) + (throughDependencies ? " depends on" : " follows")
                                + " itself."
                        : "Revisions " + (throughDependencies ? "depend on" : "follow") + " one another in a circle: "
                                + drawn(cycle) + ".",
                "Correct the " + (throughDependencies ? "dependency" : "parent")
                        + " of one of them; a history has a beginning.");
        this.cycle = List.copyOf(cycle);
        this.throughDependencies = throughDependencies;
    }

    /**
     * Says the ids on the circle, each followed by one that needs it; the last is needed by the first. The smallest id comes first; a revision that needs itself stands alone.
     *
     * @return the ids on the circle, each followed by one that needs it; the last is needed by the first. The smallest id comes first; a revision that needs itself stands alone
     */
    public List<String> cycle() {
        return cycle;
    }

    /**
     * Says whether a dependency is part of the circle; otherwise it is made of parents alone.
     *
     * @return whether a dependency is part of the circle; otherwise it is made of parents alone
     */
    public boolean throughDependencies() {
        return throughDependencies;
    }

    private static String drawn(List<String> cycle) {
        StringBuilder out = new StringBuilder();
        for (String id : cycle) {
            out.append(quoted(id)).append(" -> ");
        }
        return out.append(quoted(cycle.get(0))).toString();
    }
}
