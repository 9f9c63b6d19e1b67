package dev.migrate.plan;

import dev.migrate.revision.RevisionException;
import java.util.List;

/** A downgrade that is confined to one branch would have to undo a revision that something outside of the branch stands on. */
public final class RevisionInUseException extends RevisionException {

    private final String expression;

    private final String revision;

    private final List<String> neededBy;

    RevisionInUseException(String expression, String revision, List<String> neededBy) {
        super(
                "The target " + quoted(expression) + " cannot be reached: revision " + quoted(revision)
                        + " would have to be undone, and " + listed(neededBy) + " outside of the branch still "
                        + (neededBy.size() == 1 ? "needs" : "need") + " it. The database was not changed.",
                "To undo the branch alone, downgrade to label@base; to undo the others as well, name the revision without the branch.");
        this.expression = expression;
        this.revision = revision;
        this.neededBy = List.copyOf(neededBy);
    }

    /**
     * Says the expression that was to be reached.
     *
     * @return the expression that was to be reached
     */
    public String expression() {
        return expression;
    }

    /**
     * Says the id of the revision that would have to be undone.
     *
     * @return the id of the revision that would have to be undone
     */
    public String revision() {
        return revision;
    }

    /**
     * Says the applied revisions outside of the branch that stand on it, sorted.
     *
     * @return the applied revisions outside of the branch that stand on it, sorted
     */
    public List<String> neededBy() {
        return neededBy;
    }
}
