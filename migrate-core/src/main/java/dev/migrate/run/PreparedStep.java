package dev.migrate.run;

import dev.migrate.dialect.Statement;
import dev.migrate.plan.Step;
import java.util.List;

/**
 * A step with everything that it will say to the server.
 *
 * @param step the step
 * @param statements its statements, in the order in which they run
 */
public record PreparedStep(Step step, List<Statement> statements) {

    /** Copies the list. */
    public PreparedStep {
        statements = List.copyOf(statements);
    }
}
