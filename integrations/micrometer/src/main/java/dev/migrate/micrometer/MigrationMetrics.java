package dev.migrate.micrometer;

import dev.migrate.CheckResult;
import dev.migrate.Migrator;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * Gauges of the state of a database, without tags:
 *
 * <ul>
 *   <li>{@code migrate.revisions.pending}: the number of revisions that an upgrade would apply;
 *   <li>{@code migrate.step.interrupted}: 1 if a step has started and is not complete, because a run was interrupted or is
 *       in progress, otherwise 0;
 *   <li>{@code migrate.head}: 1 if the applied revisions are exactly those of the application, otherwise 0.
 * </ul>
 *
 * <p>A measurement reads the database with {@link Migrator#check()}, at most once in a period for all gauges, and never
 * changes it or waits for the migration lock. While the database cannot be read, the values are {@code NaN}. Thread-safe.
 */
public final class MigrationMetrics implements MeterBinder {

    private static final Duration DEFAULT_PERIOD = Duration.ofSeconds(30);

    private final RecentCheck check;

    /**
     * Creates the gauges. They read the database at most every 30 seconds.
     *
     * @param migrator the migrator of the database
     */
    public MigrationMetrics(Migrator migrator) {
        this(migrator, DEFAULT_PERIOD);
    }

    /**
     * Creates the gauges.
     *
     * @param migrator the migrator of the database
     * @param period how long a result is used again
     */
    public MigrationMetrics(Migrator migrator, Duration period) {
        check = new RecentCheck(Objects.requireNonNull(migrator, "migrator"), Objects.requireNonNull(period, "period"));
    }

    /**
     * Registers the gauges. The database is not read yet.
     *
     * @param registry the registry
     */
    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(
                registry,
                "migrate.revisions.pending",
                "Revisions that an upgrade would apply",
                result -> result.pending().size());
        gauge(
                registry,
                "migrate.step.interrupted",
                "Whether a step has started and is not complete",
                result -> result.interrupted() == null ? 0 : 1);
        gauge(
                registry,
                "migrate.head",
                "Whether the applied revisions are those of the application",
                result -> isAtHead(result) ? 1 : 0);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<CheckResult> value) {
        Gauge.builder(name, () -> check.measure(value)).description(description).register(registry);
    }

    private static boolean isAtHead(CheckResult result) {
        return result.pending().isEmpty()
                && result.newer().isEmpty()
                && result.foreign().isEmpty()
                && result.journalOnly().isEmpty();
    }
}
