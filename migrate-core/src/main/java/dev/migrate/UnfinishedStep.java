package dev.migrate;

import dev.migrate.journal.Action;
import dev.migrate.plan.Step;
import dev.migrate.run.BegunStep;
import dev.migrate.run.PreparedStep;
import java.util.List;

/**
 * A step that an earlier run has begun and not brought to its end.
 *
 * @param begun the step
 * @param rowsAfter what the version table holds when it is done
 */
record UnfinishedStep(BegunStep begun, List<String> rowsAfter) {

    boolean isOf(Step step) {
        PreparedStep prepared = begun.prepared();
        return prepared.action() != Action.ABORT
                && step.direction() == prepared.step().direction()
                && step.revision().id().equals(prepared.step().revision().id());
    }
}
