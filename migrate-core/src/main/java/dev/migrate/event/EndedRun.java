package dev.migrate.event;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An upgrade or a downgrade that has ended, successfully or not. Immutable, except for the failure.
 *
 * @param start its direction and its targets
 * @param steps the steps that it completed, in order; empty if there was nothing to do
 * @param isResumption whether it continued a step that an earlier run, or an earlier attempt of this one, had not completed
 * @param elapsed its duration, from the attempt to connect on
 * @param failure what the caller gets, usually a {@link dev.migrate.error.MigrateException}; null if the run succeeded
 */
public record EndedRun(
        StartedRun start,
        List<CompletedStep> steps,
        boolean isResumption,
        Duration elapsed,
        @Nullable Throwable failure) {

    /** Copies the list, and rejects null except for the failure. */
    public EndedRun {
        Objects.requireNonNull(start, "start");
        steps = List.copyOf(steps);
        Objects.requireNonNull(elapsed, "elapsed");
    }

    /**
     * Returns whether the run succeeded.
     *
     * @return true if there is no failure
     */
    public boolean isSuccessful() {
        return failure == null;
    }
}
