package dev.migrate.plan;

import dev.migrate.revision.RevisionException;
import java.util.List;

/** The ends of a range are not on one line. */
public final class DisconnectedRangeException extends RevisionException {

    private final String expression;

    private final List<String> start;

    private final List<String> end;

    DisconnectedRangeException(String expression, List<String> start, List<String> end) {
        super(
                "The range " + quoted(expression) + " leads from " + (start.isEmpty() ? "base" : listed(start)) + " to "
                        + (end.isEmpty() ? "base" : listed(end))
                        + ", and there is no way between them in this direction.",
                "Upgrades and listings go from an ancestor to a descendant, downgrades the other way.");
        this.expression = expression;
        this.start = List.copyOf(start);
        this.end = List.copyOf(end);
    }

    /**
     * Says the range.
     *
     * @return the range
     */
    public String expression() {
        return expression;
    }

    /**
     * Says the revisions where it starts, sorted; empty for the base.
     *
     * @return the revisions where it starts, sorted; empty for the base
     */
    public List<String> start() {
        return start;
    }

    /**
     * Says the revisions where it ends, sorted; empty for the base.
     *
     * @return the revisions where it ends, sorted; empty for the base
     */
    public List<String> end() {
        return end;
    }
}
