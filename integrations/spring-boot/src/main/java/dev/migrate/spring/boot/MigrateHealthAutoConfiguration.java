package dev.migrate.spring.boot;

import dev.migrate.Migrator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.context.annotation.Bean;

/** Configures the health indicator if the application has Spring Boot 4's health module. */
@AutoConfiguration(after = MigrateAutoConfiguration.class)
@ConditionalOnClass(
        name = {
            "org.springframework.boot.health.contributor.AbstractHealthIndicator",
            "org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator"
        })
@ConditionalOnEnabledHealthIndicator("migrate")
public final class MigrateHealthAutoConfiguration {

    /** Creates the configuration. */
    public MigrateHealthAutoConfiguration() {}

    @Bean
    @ConditionalOnBean(Migrator.class)
    @ConditionalOnMissingBean
    MigrateHealthIndicator migrateHealthIndicator(Migrator migrator) {
        return new MigrateHealthIndicator(migrator);
    }
}
