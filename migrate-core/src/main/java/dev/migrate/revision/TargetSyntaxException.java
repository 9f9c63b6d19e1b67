package dev.migrate.revision;

/** An expression that should name a place in the history cannot be read. */
public final class TargetSyntaxException extends RevisionException {

    private final String expression;

    private final String reason;

    TargetSyntaxException(String expression, String reason) {
        super(
                "The expression " + quoted(expression) + " cannot be read: " + reason + ".",
                "Write an id or its beginning, a label, head, heads, base, current, +1, -1, head-1, label@head or label@-1;"
                        + " where a range is wanted, two of them with a colon between.");
        this.expression = expression;
        this.reason = reason;
    }

    /**
     * Says the expression as it was given.
     *
     * @return the expression as it was given
     */
    public String expression() {
        return expression;
    }

    /**
     * Says what is wrong with it, as half a sentence.
     *
     * @return what is wrong with it, as half a sentence
     */
    public String reason() {
        return reason;
    }
}
