package dev.migrate.schema;

/**
 * A check constraint: a condition that each row of a table must satisfy. Not every server supports it.
 *
 * @param name the name of the constraint
 * @param expression the condition in the server's SQL, without enclosing parentheses
 * @param isEnforced whether rows that violate it are rejected
 */
public record Check(String name, String expression, boolean isEnforced) {

    /** Rejects an empty name and an empty condition. */
    public Check {
        Require.name("a check", name);
        expression = Require.sql("expression of check " + name, expression);
    }

    /**
     * Creates an enforced check constraint.
     *
     * @param name the name of the constraint
     * @param expression the condition in the server's SQL, without enclosing parentheses
     */
    public Check(String name, String expression) {
        this(name, expression, true);
    }

    /**
     * Returns the same check constraint, stored but not enforced. Not every server supports it.
     *
     * @return the check
     */
    public Check notEnforced() {
        return new Check(name, expression, false);
    }

    /**
     * Returns a copy with another name.
     *
     * @param newName the name
     * @return the copy
     */
    public Check withName(String newName) {
        return new Check(newName, expression, isEnforced);
    }

    /**
     * Returns a copy with another condition.
     *
     * @param newExpression the condition, in the server's SQL
     * @return the copy
     */
    public Check withExpression(String newExpression) {
        return new Check(name, newExpression, isEnforced);
    }
}
