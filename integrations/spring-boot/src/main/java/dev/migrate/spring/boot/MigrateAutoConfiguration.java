package dev.migrate.spring.boot;

import dev.migrate.Migrator;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ResourceLoader;

/**
 * Configures a {@link Migrator}, and runs it before any bean uses the database. Types that differ between Spring Boot 3.5
 * and 4 are referred to by name.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
@ConditionalOnBooleanProperty(name = "migrate.enabled", matchIfMissing = true)
@EnableConfigurationProperties(MigrateProperties.class)
@Import(DatabaseInitializationDependencyConfigurer.class)
public final class MigrateAutoConfiguration {

    /** Creates the configuration. */
    public MigrateAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    MigrateConnectionDetails migrateConnectionDetails(MigrateProperties properties) {
        return new PropertiesConnectionDetails(properties.datasource());
    }

    @Bean
    @ConditionalOnMissingBean
    ChosenDataSource migrateDataSource(
            @MigrateDataSource ObjectProvider<DataSource> ofMigrations,
            ObjectProvider<DataSource> ofApplication,
            MigrateConnectionDetails details,
            ConfigurableListableBeanFactory beans) {
        return new ChosenDataSource(ofMigrations, ofApplication, details, beans);
    }

    @Bean
    @ConditionalOnMissingBean
    MigratorFactory migratorFactory(
            ChosenDataSource dataSource,
            MigrateProperties properties,
            ResourceLoader resources,
            ConfigurableListableBeanFactory beans) {
        return new MigratorFactory(dataSource, properties, resources, beans);
    }

    @Bean
    @ConditionalOnMissingBean
    Migrator migrator(MigratorFactory factory) {
        return factory.create();
    }

    @Bean
    @ConditionalOnMissingBean
    MigrationStrategy migrationStrategy(MigrateProperties properties) {
        return StartupAction.of(properties);
    }

    @Bean
    @ConditionalOnMissingBean
    MigrationInitializer migrationInitializer(Migrator migrator, MigrationStrategy strategy) {
        return new MigrationInitializer(migrator, strategy);
    }

    /** Hibernate creates no tables in a database that is migrated. */
    @Bean
    SchemaManagementProvider migrateSchemaManagementProvider(ObjectProvider<ChosenDataSource> chosen) {
        return dataSource -> chosen.stream().anyMatch(each -> each.isOf(dataSource))
                ? SchemaManagement.MANAGED
                : SchemaManagement.UNMANAGED;
    }

    /** With lazy initialization, the migrations would run only if another bean needs the database. */
    @Bean
    static LazyInitializationExcludeFilter migrateLazyInitializationExcludeFilter() {
        return LazyInitializationExcludeFilter.forBeanTypes(MigrationInitializer.class);
    }
}
