package dev.migrate.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrator;
import dev.migrate.error.StatementFailedException;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.ObservationView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The observations of successful, failed and resumed runs. */
class ObservationListenerTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Observation.Context> stopped = new ArrayList<>();
    private final ObservationRegistry registry = ObservationRegistry.create();

    ObservationListenerTest() {
        registry.observationConfig()
                .observationHandler(new DefaultMeterObservationHandler(meters))
                .observationHandler(new Stopped(stopped));
    }

    /** Remembers what has ended. */
    private record Stopped(List<Observation.Context> contexts) implements ObservationHandler<Observation.Context> {
        @Override
        public void onStop(Observation.Context context) {
            contexts.add(context);
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }
    }

    private Migrator migrator(TestDatabase database) {
        return FailingMigrations.builder(database)
                .listener(new ObservationListener(registry))
                .build();
    }

    private static Map<String, String> tags(Observation.Context context) {
        return StreamSupport.stream(context.getLowCardinalityKeyValues().spliterator(), false)
                .collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue));
    }

    private static String nameOfParent(Observation.Context context) {
        ObservationView parent = context.getParentObservation();
        return parent == null ? "" : String.valueOf(parent.getContextView().getName());
    }

    @DatabaseTest
    void aRunAndItsStepsAreTimedAndNested(TestDatabase database) {
        FailingMigrations.makePossible(database);

        migrator(database).upgrade("head");

        assertThat(stopped)
                .extracting(Observation.Context::getName)
                .containsExactly("migrate.step", "migrate.step", "migrate.run");
        assertThat(stopped)
                .extracting(ObservationListenerTest::nameOfParent)
                .containsExactly("migrate.run", "migrate.run", "");
        assertThat(tags(stopped.get(0))).isEqualTo(Map.of("direction", "up", "outcome", "success"));
        assertThat(stopped.get(0).getHighCardinalityKeyValue("revision"))
                .hasToString(KeyValue.of("revision", "1").toString());
        assertThat(tags(stopped.get(2)))
                .isEqualTo(Map.of("direction", "up", "outcome", "success", "resumption", "false"));
        assertThat(meters.get("migrate.run").tag("outcome", "success").timer().count())
                .isEqualTo(1);
        assertThat(meters.get("migrate.step").tag("outcome", "success").timer().count())
                .isEqualTo(2);
        assertThat(registry.getCurrentObservation()).isNull();
    }

    @DatabaseTest
    void aFailureAndItsRepairAreObserved(TestDatabase database) {
        Migrator migrator = migrator(database);

        assertThatThrownBy(() -> migrator.upgrade("head")).isInstanceOf(StatementFailedException.class);

        assertThat(registry.getCurrentObservation()).isNull();
        assertThat(stopped)
                .extracting(context -> tags(context).get("outcome"))
                .containsExactly("success", "failure", "failure");
        assertThat(stopped.get(2).getError()).isInstanceOf(StatementFailedException.class);
        FailingMigrations.makePossible(database);
        migrator.upgrade("head");

        assertThat(tags(stopped.get(4)))
                .isEqualTo(Map.of("direction", "up", "outcome", "success", "resumption", "true"));
        assertThat(meters.get("migrate.run")
                        .tag("error", "StatementFailedException")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.getMeters().stream()
                        .map(Meter::getId)
                        .flatMap(id -> id.getTags().stream())
                        .map(Tag::getValue))
                .isNotEmpty()
                .doesNotContain("1", "2")
                .noneMatch(value -> value.contains("INSERT"));
    }

    /** An abort reports steps, but is no run. */
    @DatabaseTest
    void anAbortLeavesNoObservationOpen(TestDatabase database) {
        Migrator migrator = migrator(database);
        assertThatThrownBy(() -> migrator.upgrade("head")).isInstanceOf(StatementFailedException.class);

        migrator.abort();

        assertThat(registry.getCurrentObservation()).isNull();
        assertThat(database.column("SELECT COUNT(*) FROM t")).containsExactly("0");
    }
}
