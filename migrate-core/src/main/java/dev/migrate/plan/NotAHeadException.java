package dev.migrate.plan;

import dev.migrate.revision.RevisionException;
import java.util.List;

/** A new revision cannot follow what it names: others do already, or only a database knows what it is. */
public final class NotAHeadException extends RevisionException {

    private final String expression;
    private final List<String> followed;

    private NotAHeadException(String expression, List<String> followed, String problem, String remedy) {
        super(problem, remedy);
        this.expression = expression;
        this.followed = List.copyOf(followed);
    }

    static NotAHeadException followed(String expression, List<String> followed, List<String> heads) {
        return new NotAHeadException(
                expression,
                followed,
                "A new revision cannot follow " + listed(followed) + ": "
                        + (followed.size() == 1 ? "it is" : "they are") + " no head, because others follow already.",
                "Say that a branch shall start there (spliced(), or --splice), or follow a head: " + listed(heads)
                        + ".");
    }

    static NotAHeadException relative(String expression) {
        return new NotAHeadException(
                expression,
                List.of(),
                "The expression " + quoted(expression)
                        + " depends on where a database stands, and a new revision does not" + " ask one.",
                "Name a revision by its id, its label, or head.");
    }

    /**
     * What was named.
     *
     * @return the expression
     */
    public String expression() {
        return expression;
    }

    /**
     * Those that others follow already.
     *
     * @return the ids; none if that was not the reason
     */
    public List<String> followed() {
        return followed;
    }
}
