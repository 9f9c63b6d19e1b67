package dev.migrate.spring.boot;

import org.jspecify.annotations.Nullable;

/** The connection of the properties {@code migrate.datasource.*}. */
record PropertiesConnectionDetails(MigrateProperties.Datasource properties) implements MigrateConnectionDetails {

    @Override
    public @Nullable String getJdbcUrl() {
        return properties.url();
    }

    @Override
    public @Nullable String getUsername() {
        return properties.username();
    }

    @Override
    public @Nullable String getPassword() {
        return properties.password();
    }

    @Override
    public @Nullable String getDriverClassName() {
        return properties.driverClassName();
    }
}
