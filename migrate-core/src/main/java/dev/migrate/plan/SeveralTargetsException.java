package dev.migrate.plan;

import dev.migrate.revision.RevisionException;
import java.util.List;

/** One place to go down to was asked for, and the expression names several. */
public final class SeveralTargetsException extends RevisionException {

    private final String expression;

    private final List<String> revisions;

    SeveralTargetsException(String expression, List<String> revisions) {
        super(
                "A downgrade goes to one place, and " + quoted(expression) + " names " + revisions.size() + ": "
                        + listed(revisions) + ".",
                "Name one revision, or label@base to undo one branch.");
        this.expression = expression;
        this.revisions = List.copyOf(revisions);
    }

    /**
     * Says the expression.
     *
     * @return the expression
     */
    public String expression() {
        return expression;
    }

    /**
     * Says the revisions that it names, sorted.
     *
     * @return the revisions that it names, sorted
     */
    public List<String> revisions() {
        return revisions;
    }
}
