package dev.migrate.internal.engine;

import dev.migrate.journal.Action;
import dev.migrate.plan.Direction;
import dev.migrate.plan.Step;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.PlannedStatement.Effect;
import java.util.List;

/**
 * A step with everything that it will say to the server.
 *
 * @param step the step
 * @param action what the step does with its revision
 * @param statements its statements, in the order in which they run
 */
public record PreparedStep(Step step, Action action, List<PlannedStatement> statements) {

    /** Copies the list. */
    public PreparedStep {
        statements = List.copyOf(statements);
    }

    /**
     * Tells whether the next step may find another session than this one did.
     *
     * @return true if a statement changes the session, or nobody knows whether it does
     */
    public boolean canChangeTheSession() {
        for (PlannedStatement statement : statements) {
            Effect effect = statement.effect();
            if (effect == Effect.SESSION_ONLY || effect == Effect.MAY_COMMIT) {
                return true;
            }
        }
        return false;
    }

    /**
     * A step that runs a migration.
     *
     * @param step the step
     * @param statements its statements, in the order in which they run
     * @return the prepared step
     */
    public static PreparedStep of(Step step, List<PlannedStatement> statements) {
        return new PreparedStep(step, step.direction() == Direction.UP ? Action.UP : Action.DOWN, statements);
    }
}
