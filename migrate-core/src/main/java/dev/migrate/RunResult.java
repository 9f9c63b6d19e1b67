package dev.migrate;

import dev.migrate.plan.CompletedStep;
import java.util.List;

/**
 * What an upgrade or a downgrade did.
 *
 * @param before the ids that the version table held, sorted
 * @param after the ids that it holds now, sorted
 * @param steps the steps that were run, in this order; none if there was nothing to do
 */
public record RunResult(List<String> before, List<String> after, List<CompletedStep> steps) {

    /** Copies the lists. */
    public RunResult {
        before = List.copyOf(before);
        after = List.copyOf(after);
        steps = List.copyOf(steps);
    }
}
