package dev.migrate.spring.boot;

import dev.migrate.Migrator;
import dev.migrate.micrometer.MigrationMetrics;
import dev.migrate.micrometer.ObservationListener;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Observes runs and the state of the database if the application has {@code migrate-micrometer}. */
@AutoConfiguration(after = MigrateAutoConfiguration.class)
@ConditionalOnClass(ObservationListener.class)
@ConditionalOnBean(Migrator.class)
public final class MigrateMetricsAutoConfiguration {

    /** Creates the configuration. */
    public MigrateMetricsAutoConfiguration() {}

    /** Without a registry, nothing is observed. */
    @Bean
    @ConditionalOnMissingBean
    ObservationListener migrateObservationListener(ObjectProvider<ObservationRegistry> registries) {
        return new ObservationListener(registries.getIfAvailable(() -> ObservationRegistry.NOOP));
    }

    /** Spring Boot binds it to the meter registries. */
    @Bean
    @ConditionalOnMissingBean
    MigrationMetrics migrateMetrics(Migrator migrator) {
        return new MigrationMetrics(migrator);
    }
}
