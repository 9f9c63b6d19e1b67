package dev.migrate.revision;

import java.util.List;

/** Something was to be undone on a branch of which nothing is applied. */
public final class BranchNotAppliedException extends RevisionException {

    private final String expression;

    private final String branch;

    private final List<String> rows;

    BranchNotAppliedException(String expression, String branch, List<String> rows) {
        super(
                "Nothing of branch " + quoted(branch) + " is applied, so " + quoted(expression)
                        + " has nothing to undo. The database stands at " + listed(rows) + ".",
                "Name a branch that is applied; the database was not changed.");
        this.expression = expression;
        this.branch = branch;
        this.rows = List.copyOf(rows);
    }

    /**
     * Says the expression that names the branch.
     *
     * @return the expression that names the branch
     */
    public String expression() {
        return expression;
    }

    /**
     * Says the branch as it was given.
     *
     * @return the branch as it was given
     */
    public String branch() {
        return branch;
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
