package dev.migrate.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.micrometer.MigrationMetrics;
import dev.migrate.micrometer.ObservationListener;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Metrics with Micrometer. */
class MetricsTest {

    /** As the actuator configures them. */
    @Configuration(proxyBeanMethods = false)
    static class Registries {
        @Bean
        MeterRegistry meterRegistry() {
            return new SimpleMeterRegistry();
        }

        @Bean
        ObservationRegistry observationRegistry(MeterRegistry meters) {
            ObservationRegistry registry = ObservationRegistry.create();
            registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
            return registry;
        }
    }

    private static ApplicationContextRunner shop(TestDatabase database) {
        return MigrateAutoConfigurationTest.shop(database)
                .withConfiguration(AutoConfigurations.of(MigrateMetricsAutoConfiguration.class));
    }

    @DatabaseTest(oneOfEachProduct = true)
    void theRunAtStartupIsObserved(TestDatabase database) {
        shop(database).withUserConfiguration(Registries.class).run(context -> {
            MeterRegistry meters = context.getBean(MeterRegistry.class);
            assertThat(meters.get("migrate.run")
                            .tag("outcome", "success")
                            .timer()
                            .count())
                    .isEqualTo(1);
            assertThat(meters.get("migrate.step").timer().count()).isEqualTo(2);

            context.getBean(MigrationMetrics.class).bindTo(meters);
            assertThat(meters.get("migrate.head").gauge().value()).isEqualTo(1);
        });
    }

    @DatabaseTest(one = true)
    void noRegistryIsNeeded(TestDatabase database) {
        shop(database)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(ObservationListener.class)
                        .hasSingleBean(MigrationMetrics.class));
    }

    @DatabaseTest(one = true)
    void nothingIsConfiguredWithoutTheModule(TestDatabase database) {
        shop(database)
                .withClassLoader(new FilteredClassLoader("dev.migrate.micrometer"))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("migrateObservationListener"));
    }

    @DatabaseTest(one = true)
    void nothingIsConfiguredWithoutAMigrator(TestDatabase database) {
        shop(database)
                .withPropertyValues("migrate.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ObservationListener.class));
    }
}
