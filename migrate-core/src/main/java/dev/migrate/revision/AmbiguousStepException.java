package dev.migrate.revision;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A relative expression can be followed in more than one way. */
public final class AmbiguousStepException extends RevisionException {

    private final String expression;

    private final @Nullable String from;

    private final List<String> ways;

    AmbiguousStepException(String expression, Optional<String> from, List<String> ways) {
        super(
                "The expression " + quoted(expression) + " is ambiguous: "
                        + from.map(id -> "from " + quoted(id) + " it can go to ")
                                .orElse("it can mean ") + listed(ways) + ".",
                "Name the revision that you mean, or the branch: label@"
                        + (expression.contains("@") ? expression.substring(expression.indexOf('@') + 1) : expression)
                        + ".");
        this.expression = expression;
        this.from = from.orElse(null);
        this.ways = List.copyOf(ways);
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
     * Says the revision at which the ways part; empty if they part at the base or before the first step.
     *
     * @return the revision at which the ways part; empty if they part at the base or before the first step
     */
    public Optional<String> from() {
        return Optional.ofNullable(from);
    }

    /**
     * Says the revisions to which the ways lead or from which they start, sorted.
     *
     * @return the revisions to which the ways lead or from which they start, sorted
     */
    public List<String> ways() {
        return ways;
    }
}
