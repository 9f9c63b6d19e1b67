package dev.migrate;

import java.util.List;

/**
 * An upgrade or a downgrade that has not run.
 *
 * @param before the ids in the version table, sorted
 * @param after the ids that the version table would contain afterwards, sorted
 * @param steps the steps that would run, in order; empty if there is nothing to do
 */
public record MigrationPlan(List<String> before, List<String> after, List<PlannedStep> steps) {

    /** Copies the lists. */
    public MigrationPlan {
        before = List.copyOf(before);
        after = List.copyOf(after);
        steps = List.copyOf(steps);
    }
}
