package dev.migrate.spring.boot;

import dev.migrate.Environment;
import dev.migrate.Migrator;
import dev.migrate.MigratorBuilder;
import dev.migrate.event.RunListener;
import dev.migrate.migration.Migration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Builds the migrator from the properties, from the beans of the types {@link Migration} and {@link RunListener}, and
 * then from those of type {@link Environment}, which may override everything.
 */
record MigratorFactory(
        MigrateProperties properties,
        MigrationPackages packages,
        ObjectProvider<Migration> migrations,
        ObjectProvider<RunListener> listeners,
        ObjectProvider<Environment> environments) {

    Migrator create(DataSource dataSource) {
        MigratorBuilder builder = Migrator.builder()
                .dataSource(dataSource)
                .versionTable(properties.versionTable())
                .lockTimeout(properties.lockTimeout())
                .tableTimeout(properties.tableTimeout())
                .connectRetries(properties.connectRetries())
                .gtidTokens(properties.gtidTokens())
                .acceptNewerDatabase(properties.acceptNewerDatabase())
                .acceptMultiPrimary(properties.acceptMultiPrimary())
                .migrations(migrations.orderedStream().toArray(Migration[]::new));
        packages.addTo(builder);
        listeners.orderedStream().forEach(builder::listener);
        environments.orderedStream().forEach(environment -> environment.configure(builder));
        return builder.build();
    }
}
