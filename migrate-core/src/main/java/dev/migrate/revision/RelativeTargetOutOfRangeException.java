package dev.migrate.revision;

/** A relative expression goes on beyond the first or the last revision. */
public final class RelativeTargetOutOfRangeException extends RevisionException {

    private final String expression;

    private final int possible;

    private final String end;

    RelativeTargetOutOfRangeException(String expression, int possible, String end) {
        super(
                "The expression " + quoted(expression) + " goes too far: after " + possible
                        + (possible == 1 ? " step" : " steps") + " the way ends at " + quoted(end) + ".",
                "Ask for fewer steps, or name the revision itself.");
        this.expression = expression;
        this.possible = possible;
        this.end = end;
    }

    /**
     * Says the relative expression.
     *
     * @return the relative expression
     */
    public String expression() {
        return expression;
    }

    /**
     * Says how many of its steps there are.
     *
     * @return how many of its steps there are
     */
    public int possible() {
        return possible;
    }

    /**
     * Says where the way ends: an id, or base.
     *
     * @return where the way ends: an id, or base
     */
    public String end() {
        return end;
    }
}
