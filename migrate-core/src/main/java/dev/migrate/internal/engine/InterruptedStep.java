package dev.migrate.internal.engine;

import dev.migrate.journal.Action;
import dev.migrate.journal.JournalStep;
import dev.migrate.plan.Step;
import java.util.List;

/**
 * A step that an earlier run started and did not complete. Immutable.
 *
 * @param journal the step as the journal recorded it
 * @param prepared the step as its migration currently defines it
 * @param rowsAfter the rows of the version table once the step is complete
 */
public record InterruptedStep(JournalStep journal, PreparedStep prepared, List<String> rowsAfter) {

    /** Copies the list. */
    public InterruptedStep {
        rowsAfter = List.copyOf(rowsAfter);
    }

    int size() {
        return prepared.statements().size();
    }

    boolean isAbort() {
        return prepared.action() == Action.ABORT;
    }

    boolean isSameAs(Step step) {
        return !isAbort()
                && step.direction() == prepared.step().direction()
                && step.revision().id().equals(prepared.step().revision().id());
    }
}
