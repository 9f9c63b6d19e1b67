package dev.migrate.revision;

/** A range was given where one place is wanted. */
public final class RangeNotAllowedException extends RevisionException {

    private final String expression;

    RangeNotAllowedException(String expression) {
        super(
                "The expression " + quoted(expression) + " is a range, and one place is wanted here.",
                "Give the end of it alone: where it starts is read from the database. Ranges are for a history and for SQL that is written to a file.");
        this.expression = expression;
    }

    /**
     * Says the range.
     *
     * @return the range
     */
    public String expression() {
        return expression;
    }
}
