package dev.migrate.micrometer;

import dev.migrate.event.EndedRun;
import dev.migrate.event.StartedRun;
import dev.migrate.plan.Direction;
import dev.migrate.plan.Step;
import io.micrometer.observation.ObservationRegistry;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A run and its current step. Used by one thread. */
final class ObservedRun {

    private final ObservationRegistry registry;
    private final OpenObservation run;
    private @Nullable OpenObservation step;

    ObservedRun(ObservationRegistry registry, StartedRun start) {
        this.registry = registry;
        run = OpenObservation.start(registry, "migrate.run", nameOf(start.direction()));
    }

    void end(EndedRun ended) {
        endStep(ended.failure());
        run.observation().lowCardinalityKeyValue("resumption", Boolean.toString(ended.isResumption()));
        run.end(ended.failure());
    }

    void startStep(Step started) {
        step = OpenObservation.start(registry, "migrate.step", nameOf(started.direction()));
        step.observation()
                .highCardinalityKeyValue("revision", started.revision().id());
    }

    void endStep(@Nullable Throwable failure) {
        if (step != null) {
            step.end(failure);
            step = null;
        }
    }

    private static String nameOf(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }
}
