package dev.migrate.spring.boot;

import javax.sql.DataSource;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * The choice of the connections for migrations: the bean with {@link MigrateDataSource}; else those of the
 * {@link MigrateConnectionDetails}; else the application's, as the user of the details if there is one.
 */
record ChosenDataSource(
        ObjectProvider<DataSource> ofMigrations,
        ObjectProvider<DataSource> ofApplication,
        MigrateConnectionDetails details,
        ListableBeanFactory beans) {

    DataSource get() {
        DataSource qualified = ofMigrations.getIfAvailable();
        if (qualified != null) {
            return qualified;
        }
        if (details.getJdbcUrl() != null) {
            return as(DataSourceBuilder.create().url(details.getJdbcUrl()));
        }
        DataSource application = application();
        return details.getUsername() == null ? application : as(DataSourceBuilder.derivedFrom(application));
    }

    /** Whether a bean is connected to the database that is migrated. */
    boolean isOf(DataSource bean) {
        DataSource qualified = ofMigrations.getIfAvailable();
        if (qualified != null || details.getJdbcUrl() != null) {
            return bean.equals(qualified);
        }
        return bean.equals(ofApplication.getIfUnique());
    }

    /** A new connection for each request: migrations need few. */
    private DataSource as(DataSourceBuilder<?> builder) {
        if (details.getUsername() != null) {
            builder.username(details.getUsername()).password(details.getPassword());
        }
        if (details.getDriverClassName() != null) {
            builder.driverClassName(details.getDriverClassName());
        }
        return builder.type(SimpleDriverDataSource.class).build();
    }

    private DataSource application() {
        DataSource unique = ofApplication.getIfUnique();
        if (unique != null) {
            return unique;
        }
        String[] names = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, DataSource.class);
        throw names.length == 0
                ? DataSourceChoiceException.none()
                : DataSourceChoiceException.several(String.join(", ", names));
    }
}
