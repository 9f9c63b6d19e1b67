package dev.migrate.revision;

import java.util.List;

/** An expression asks for the one head where there are several. */
public final class MultipleHeadsException extends RevisionException {

    private final String expression;

    private final List<String> heads;

    MultipleHeadsException(String expression, List<String> heads) {
        super(
                "The expression " + quoted(expression) + " asks for one head, and there are " + heads.size() + ": "
                        + listed(heads) + ".",
                "Name one of them, or label@head for the head of one branch, or heads for all where several are allowed;"
                        + " or join them with a merge revision.");
        this.expression = expression;
        this.heads = List.copyOf(heads);
    }

    /**
     * Says the expression that asks for one head.
     *
     * @return the expression that asks for one head
     */
    public String expression() {
        return expression;
    }

    /**
     * Says the heads that there are, sorted.
     *
     * @return the heads that there are, sorted
     */
    public List<String> heads() {
        return heads;
    }
}
