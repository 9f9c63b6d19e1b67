package dev.migrate.spring.boot;

import dev.migrate.Environment;
import dev.migrate.Migrator;
import dev.migrate.MigratorBuilder;
import dev.migrate.event.RunListener;
import dev.migrate.migration.Migration;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.io.ResourceLoader;

/**
 * Configures migrators from the properties, from the beans of the types {@link Migration} and {@link RunListener}, and
 * then from those of type {@link Environment}, which may override everything.
 */
record MigratorFactory(
        ChosenDataSource dataSource,
        MigrateProperties properties,
        ResourceLoader resources,
        ConfigurableListableBeanFactory beans) {

    Migrator create() {
        MigratorBuilder builder = builder().listener(new MdcListener());
        ordered(RunListener.class).orderedStream().forEach(builder::listener);
        configureFurther(builder);
        return builder.build();
    }

    /** Without listeners: for a migrator that does not run. */
    MigratorBuilder createForComparison() {
        MigratorBuilder builder = builder();
        configureFurther(builder);
        return builder;
    }

    private MigratorBuilder builder() {
        MigratorBuilder builder = Migrator.builder()
                .dataSource(dataSource.get())
                .versionTable(properties.versionTable())
                .lockTimeout(properties.lockTimeout())
                .tableTimeout(properties.tableTimeout())
                .connectRetries(properties.connectRetries())
                .gtidTokens(properties.gtidTokens())
                .acceptNewerDatabase(properties.acceptNewerDatabase())
                .acceptMultiPrimary(properties.acceptMultiPrimary())
                .migrations(ordered(Migration.class).orderedStream().toArray(Migration[]::new));
        MigrationPackages.of(beans).addTo(builder, Objects.requireNonNull(resources.getClassLoader(), "classLoader"));
        return builder;
    }

    private void configureFurther(MigratorBuilder builder) {
        ordered(Environment.class).orderedStream().forEach(environment -> environment.configure(builder));
    }

    private <T> ObjectProvider<T> ordered(Class<T> type) {
        return beans.getBeanProvider(type);
    }
}
