package dev.migrate.internal.engine;

import dev.migrate.error.InterruptedRunException;
import dev.migrate.plan.Step;
import java.util.List;

/**
 * The steps that an interrupted run left behind: complete ones that the journal does not show as complete, usually
 * none, and the first incomplete one. Later steps have not started. Immutable.
 *
 * @param steps the steps in order, at least one
 * @param done the number of statements of the last step that are done
 */
public record InterruptedRun(List<InterruptedStep> steps, int done) {

    /** Copies the list. */
    public InterruptedRun {
        steps = List.copyOf(steps);
    }

    /** The first incomplete step. */
    InterruptedStep last() {
        return steps.get(steps.size() - 1);
    }

    /**
     * Checks that the rest of the last step reads no value that was lost with the session.
     *
     * @throws InterruptedRunException if it does
     */
    void requireResumable() {
        PreparedStep step = last().prepared();
        String value = step.sessionValues().valueLostAt(done);
        if (value != null) {
            throw InterruptedRunException.sessionValueLost(
                    step.step().revision().id(), done + 1, value);
        }
    }

    /** The steps that only have to be recorded as complete. */
    List<InterruptedStep> complete() {
        return steps.subList(0, steps.size() - 1);
    }

    /** The steps of revisions, which are part of a plan. */
    InterruptedRun ofRevisions() {
        return new InterruptedRun(
                steps.stream()
                        .filter(step -> !step.prepared().action().isRepeatable())
                        .toList(),
                done);
    }

    /** Whether a plan starts with these steps. */
    boolean isStartOf(List<Step> plan) {
        if (plan.size() < steps.size()) {
            return false;
        }
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).isSameAs(plan.get(i))) {
                return false;
            }
        }
        return true;
    }
}
