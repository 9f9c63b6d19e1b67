package dev.migrate;

import dev.migrate.journal.Action;
import dev.migrate.journal.JournalStep;
import dev.migrate.plan.Step;
import dev.migrate.run.PreparedStep;
import java.util.List;

/**
 * A step that an earlier run has begun and not brought to its end.
 *
 * @param journal what the journal says of it
 * @param prepared the step as its migration has it now
 * @param rowsAfter what the version table holds when it is done
 */
record UnfinishedStep(JournalStep journal, PreparedStep prepared, List<String> rowsAfter) {

    boolean isOf(Step step) {
        return prepared.action() != Action.ABORT
                && step.direction() == prepared.step().direction()
                && step.revision().id().equals(prepared.step().revision().id());
    }
}
