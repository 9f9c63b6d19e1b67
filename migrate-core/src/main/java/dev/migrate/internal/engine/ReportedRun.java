package dev.migrate.internal.engine;

import dev.migrate.event.CompletedStep;
import dev.migrate.event.EndedRun;
import dev.migrate.event.RunListener;
import dev.migrate.event.StartedRun;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run whose start and end are reported to a listener.
 *
 * @param run the run
 * @param start its direction and its targets
 * @param listener receives the two events
 */
public record ReportedRun(MigrationRun run, StartedRun start, RunListener listener) {

    /** Executes the run, and returns the completed steps. */
    public List<CompletedStep> execute() {
        long began = System.nanoTime();
        listener.runStarted(start);
        try {
            List<CompletedStep> steps = run.execute();
            listener.runEnded(ended(began, null));
            return steps;
        } catch (RuntimeException | Error e) {
            listener.runEnded(ended(began, e));
            throw e;
        }
    }

    private EndedRun ended(long began, @Nullable Throwable failure) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
        return new EndedRun(start, run.completed(), run.isResumption(), elapsed, failure);
    }
}
