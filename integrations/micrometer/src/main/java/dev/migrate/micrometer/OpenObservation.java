package dev.migrate.micrometer;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/** An observation that is the current one of its thread until it ends. */
record OpenObservation(Observation observation, Observation.Scope scope) {

    static OpenObservation start(ObservationRegistry registry, String name, String direction) {
        Observation observation = Observation.createNotStarted(name, registry)
                .contextualName(name + " " + direction)
                .lowCardinalityKeyValue("direction", direction)
                .start();
        return new OpenObservation(observation, observation.openScope());
    }

    void end(@Nullable Throwable failure) {
        scope.close();
        if (failure != null) {
            observation.error(failure);
        }
        observation.lowCardinalityKeyValue("outcome", failure == null ? "success" : "failure");
        observation.stop();
    }
}
