package dev.migrate.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrator;
import dev.migrate.migration.Migration;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** The health indicator, which needs Spring Boot 4. */
class HealthTest {

    private static ApplicationContextRunner shop(TestDatabase database) {
        return MigrateAutoConfigurationTest.shop(database)
                .withConfiguration(AutoConfigurations.of(MigrateHealthAutoConfiguration.class));
    }

    private static Health health(ApplicationContext context) {
        return Objects.requireNonNull(
                context.getBean(MigrateHealthIndicator.class).health());
    }

    @DatabaseTest(one = true)
    void anApplicationIsOutOfServiceWhileRevisionsArePending(TestDatabase database) {
        shop(database).run(context -> {
            assertThat(health(context).getStatus()).isEqualTo(Status.UP);

            context.getBean(Migrator.class).downgrade("001");
            assertThat(health(context).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
            assertThat(health(context).getDetails()).containsEntry("pending", List.of("002"));
        });
    }

    @DatabaseTest(one = true)
    void aStepOfANewerVersionIsOnlyADetail(TestDatabase database) {
        shop(database)
                .withBean(Migration.class, StartupFailureTest.Broken::new)
                .run(context -> assertThat(context).hasFailed());

        shop(database).withPropertyValues("migrate.on-startup=none").run(context -> {
            assertThat(health(context).getStatus()).isEqualTo(Status.UP);
            assertThat(health(context).getDetails())
                    .containsEntry("interrupted", "003")
                    .containsEntry("remedy", "Resume it with upgrade, or revert it with abort.");
        });
    }

    @DatabaseTest(one = true)
    void aDatabaseThatCannotBeReachedIsDown(TestDatabase database) {
        shop(database)
                .withPropertyValues(
                        "migrate.on-startup=none", "migrate.datasource.url=jdbc:mysql://127.0.0.1:1/missing")
                .run(context -> assertThat(health(context).getStatus()).isEqualTo(Status.DOWN));
    }

    @DatabaseTest(one = true)
    void theIndicatorCanBeDisabled(TestDatabase database) {
        shop(database)
                .withPropertyValues("management.health.migrate.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(MigrateHealthIndicator.class));
    }
}
