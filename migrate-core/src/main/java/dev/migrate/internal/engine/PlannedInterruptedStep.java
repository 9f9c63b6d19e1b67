package dev.migrate.internal.engine;

import dev.migrate.journal.Action;
import dev.migrate.plan.Step;
import java.util.List;

/**
 * A step that an earlier run has begun and not brought to its end.
 *
 * @param begun the step
 * @param rowsAfter what the version table holds when it is done
 */
public record PlannedInterruptedStep(InterruptedStep begun, List<String> rowsAfter) {

    public boolean isOf(Step step) {
        PreparedStep prepared = begun.prepared();
        return prepared.action() != Action.ABORT
                && step.direction() == prepared.step().direction()
                && step.revision().id().equals(prepared.step().revision().id());
    }
}
