package dev.migrate;

import dev.migrate.event.CompletedStep;
import java.util.List;

/**
 * The result of an upgrade or a downgrade.
 *
 * @param before the ids that the version table contained, sorted
 * @param after the ids that it contains now, sorted
 * @param steps the steps that ran, in order; empty if there was nothing to do
 */
public record RunResult(List<String> before, List<String> after, List<CompletedStep> steps) {

    /** Copies the lists. */
    public RunResult {
        before = List.copyOf(before);
        after = List.copyOf(after);
        steps = List.copyOf(steps);
    }
}
