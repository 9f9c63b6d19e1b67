package dev.migrate.internal.engine;

import dev.migrate.journal.Action;
import dev.migrate.operation.Operation;
import dev.migrate.plan.Direction;
import dev.migrate.plan.Step;
import dev.migrate.provider.DdlLimits;
import dev.migrate.provider.PlannedStatement;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A step with its rendered statements. Immutable.
 *
 * @param step the step
 * @param action the action that the journal records
 * @param operations the operations that its migration recorded, in order
 * @param statements its statements in order
 * @param limits the limits of what its statements may do to tables
 * @param finalHash the hash in the row of the step once it is complete, or null for that of its message
 */
public record PreparedStep(
        Step step,
        Action action,
        List<Operation> operations,
        List<PlannedStatement> statements,
        DdlLimits limits,
        @Nullable String finalHash) {

    /** Copies the lists. */
    public PreparedStep {
        operations = List.copyOf(operations);
        statements = List.copyOf(statements);
    }

    PreparedStep(
            Step step, Action action, List<Operation> operations, List<PlannedStatement> statements, DdlLimits limits) {
        this(step, action, operations, statements, limits, null);
    }

    /** Returns a copy with another hash in the row of the complete step. */
    PreparedStep finalHash(@Nullable String hash) {
        return new PreparedStep(step, action, operations, statements, limits, hash);
    }

    /** Whether a statement changes settings of the session, or may do so. */
    boolean mayChangeSession() {
        for (PlannedStatement statement : statements) {
            if (statement.mayChangeSession()) {
                return true;
            }
        }
        return false;
    }

    /** Determines how the statements depend on their session; that they can be resumed was checked before. */
    SessionValues sessionValues() {
        return SessionValues.of(statements, UnaryOperator.identity());
    }

    /** Returns a step that runs a migration, without limits. */
    public static PreparedStep of(Step step, List<Operation> operations, List<PlannedStatement> statements) {
        return new PreparedStep(
                step,
                step.direction() == Direction.UP ? Action.UP : Action.DOWN,
                operations,
                statements,
                DdlLimits.NONE);
    }

    /** Returns a copy with limits. */
    PreparedStep within(DdlLimits others) {
        return new PreparedStep(step, action, operations, statements, others);
    }
}
