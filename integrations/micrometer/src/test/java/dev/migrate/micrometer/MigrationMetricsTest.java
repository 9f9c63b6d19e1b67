package dev.migrate.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mysql.cj.jdbc.MysqlDataSource;
import dev.migrate.Migrator;
import dev.migrate.error.StatementFailedException;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The gauges in each state of a database. */
class MigrationMetricsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private void bind(Migrator migrator, Duration period) {
        new MigrationMetrics(migrator, period).bindTo(meters);
    }

    private void assertValues(double pending, double interrupted, double head) {
        assertThat(value("migrate.revisions.pending")).isEqualTo(pending);
        assertThat(value("migrate.step.interrupted")).isEqualTo(interrupted);
        assertThat(value("migrate.head")).isEqualTo(head);
    }

    private double value(String name) {
        return meters.get(name).gauge().value();
    }

    @DatabaseTest
    void theStateOfTheDatabaseIsMeasured(TestDatabase database) {
        Migrator migrator = FailingMigrations.builder(database).build();
        bind(migrator, Duration.ZERO);

        assertValues(2, 0, 0);
        assertThat(database.tables()).isEmpty();
        assertThatThrownBy(() -> migrator.upgrade("head")).isInstanceOf(StatementFailedException.class);
        assertValues(1, 1, 0);
        FailingMigrations.makePossible(database);
        migrator.upgrade("head");
        assertValues(0, 0, 1);
    }

    @DatabaseTest(one = true)
    void aDatabaseAheadOfTheCodeIsNotAtItsHead(TestDatabase database) {
        FailingMigrations.makePossible(database);
        FailingMigrations.builder(database).build().upgrade("head");
        Migrator old = Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new FailingMigrations.Table())
                .build();
        bind(old, Duration.ZERO);

        assertValues(0, 0, 0);
    }

    @DatabaseTest(one = true)
    void theDatabaseIsReadOncePerPeriod(TestDatabase database) {
        Migrator migrator = FailingMigrations.builder(database).build();
        bind(migrator, Duration.ofDays(1));
        assertThat(value("migrate.revisions.pending")).isEqualTo(2);

        migrator.upgrade("1");

        assertThat(value("migrate.revisions.pending")).isEqualTo(2);
    }

    @Test
    void valuesAreMissingWhileTheServerCannotBeReached() {
        MysqlDataSource nothing = new MysqlDataSource();
        nothing.setUrl("jdbc:mysql://127.0.0.1:1/shop?connectTimeout=1000");
        bind(
                Migrator.builder()
                        .dataSource(nothing)
                        .migrations(new FailingMigrations.Table())
                        .build(),
                Duration.ZERO);

        assertThat(meters.getMeters())
                .hasSize(3)
                .allSatisfy(meter -> assertThat(((Gauge) meter).value()).isNaN());
    }
}
