package dev.migrate.spring.boot;

import dev.migrate.Migrator;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Configures the endpoint if the application has the actuator. */
@AutoConfiguration(after = MigrateAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnAvailableEndpoint(MigrateEndpoint.class)
public final class MigrateEndpointAutoConfiguration {

    /** Creates the configuration. */
    public MigrateEndpointAutoConfiguration() {}

    @Bean
    @ConditionalOnBean(Migrator.class)
    @ConditionalOnMissingBean
    MigrateEndpoint migrateEndpoint(Migrator migrator) {
        return new MigrateEndpoint(migrator);
    }
}
