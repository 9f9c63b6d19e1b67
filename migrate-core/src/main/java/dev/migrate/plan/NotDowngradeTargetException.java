package dev.migrate.plan;

import dev.migrate.revision.RevisionException;
import java.util.List;

/** A downgrade was asked to go to a revision that is not applied. */
public final class NotDowngradeTargetException extends RevisionException {

    private final String expression;

    private final String target;

    private final List<String> rows;

    NotDowngradeTargetException(String expression, String target, List<String> rows) {
        super(
                "Revision " + quoted(target) + " is not applied, so there is no way down to " + quoted(expression)
                        + ". The database stands at " + listed(rows) + " and was not changed.",
                "Name a revision below these, or upgrade to " + quoted(target) + ".");
        this.expression = expression;
        this.target = target;
        this.rows = List.copyOf(rows);
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
     * Says the revision that it names.
     *
     * @return the revision that it names
     */
    public String target() {
        return target;
    }

    /**
     * Says the rows of the version table, sorted.
     *
     * @return the rows of the version table, sorted
     */
    public List<String> rows() {
        return rows;
    }
}
