package dev.migrate.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A step that has been run and recorded in the version table.
 *
 * @param step the step
 * @param statements how many statements it took, the changes of the version table not counted
 * @param completedAt when the version table had recorded it, by the clock of the machine that ran it
 * @param elapsed how long it took
 */
public record CompletedStep(Step step, int statements, Instant completedAt, Duration elapsed) {

    /** Refuses null. */
    public CompletedStep {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(completedAt, "completedAt");
        Objects.requireNonNull(elapsed, "elapsed");
    }
}
