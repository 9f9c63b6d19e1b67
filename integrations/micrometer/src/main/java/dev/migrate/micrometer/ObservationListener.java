package dev.migrate.micrometer;

import dev.migrate.error.MigrateException;
import dev.migrate.event.CompletedStep;
import dev.migrate.event.EndedRun;
import dev.migrate.event.RunListener;
import dev.migrate.event.StartedRun;
import dev.migrate.plan.Step;
import io.micrometer.observation.ObservationRegistry;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Observes each run as {@code migrate.run}, and each of its steps as {@code migrate.step}. With a meter registry, these are
 * timers; with tracing, spans, and those of the JDBC driver are their children.
 *
 * <p>Tags: {@code direction} ({@code up} or {@code down}), {@code outcome} ({@code success} or {@code failure}), and for a run
 * {@code resumption} ({@code true} if it continued an interrupted step). The revision of a step is on its span only. There is
 * no SQL in tags.
 *
 * <p>Thread-safe: one instance can be the listener of several migrators.
 */
public final class ObservationListener implements RunListener {

    private final ObservationRegistry registry;
    /** A run is reported by one thread. */
    private final Map<Thread, ObservedRun> runs = new ConcurrentHashMap<>();

    /**
     * Creates a listener.
     *
     * @param registry receives the observations
     */
    public ObservationListener(ObservationRegistry registry) {
        this.registry = Objects.requireNonNull(registry, "registry");
    }

    @Override
    public void runStarted(StartedRun run) {
        runs.put(Thread.currentThread(), new ObservedRun(registry, run));
    }

    @Override
    public void runEnded(EndedRun run) {
        ObservedRun observed = runs.remove(Thread.currentThread());
        if (observed != null) {
            observed.end(run);
        }
    }

    @Override
    public void stepStarted(Step step, int done, int statements) {
        ObservedRun observed = runs.get(Thread.currentThread());
        // There is none if a step is aborted.
        if (observed != null) {
            observed.startStep(step);
        }
    }

    @Override
    public void stepDone(CompletedStep step) {
        endStep(null);
    }

    @Override
    public void repeating(MigrateException cause) {
        endStep(cause);
    }

    @Override
    public void reconnecting(MigrateException cause) {
        endStep(cause);
    }

    private void endStep(@Nullable Throwable failure) {
        ObservedRun observed = runs.get(Thread.currentThread());
        if (observed != null) {
            observed.endStep(failure);
        }
    }
}
