package dev.migrate.internal.engine;

import dev.migrate.plan.Step;
import java.util.List;

/**
 * What an earlier run has left behind: steps that are complete without the journal knowing it, as a rule none, and then
 * the one that is not. What was announced behind that has not begun.
 *
 * @param steps the steps in their order, one at least
 * @param done how many statements of the last one are done
 */
public record InterruptedRun(List<PlannedInterruptedStep> steps, int done) {

    /** Copies the list. */
    public InterruptedRun {
        steps = List.copyOf(steps);
    }

    public PlannedInterruptedStep last() {
        return steps.get(steps.size() - 1);
    }

    public InterruptedStep begun() {
        return last().begun();
    }

    /** Those that have only to be recorded. */
    public List<PlannedInterruptedStep> complete() {
        return steps.subList(0, steps.size() - 1);
    }

    /** Whether a plan begins with these steps. */
    public boolean isBeginningOf(List<Step> plan) {
        if (plan.size() < steps.size()) {
            return false;
        }
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).isOf(plan.get(i))) {
                return false;
            }
        }
        return true;
    }
}
