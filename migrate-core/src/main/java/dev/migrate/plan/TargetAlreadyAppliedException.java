package dev.migrate.plan;

import dev.migrate.revision.RevisionException;
import java.util.List;

/** An upgrade was asked to go to a revision above which the database already stands. */
public final class TargetAlreadyAppliedException extends RevisionException {

    private final String expression;

    private final String target;

    private final List<String> rows;

    TargetAlreadyAppliedException(String expression, String target, List<String> rows) {
        super(
                "The target " + quoted(expression) + " is behind: "
                        + (target.equals("base")
                                ? "the database is no longer at base"
                                : "revision " + quoted(target) + " and what follows it are applied")
                        + ". The database stands at " + listed(rows) + " and was not changed.",
                "To go back there, downgrade to " + quoted(target) + "; to go on, upgrade to a head.");
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
     * Says the revision that it names, or base.
     *
     * @return the revision that it names, or base
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
