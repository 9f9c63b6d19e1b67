package dev.migrate.spring.boot;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * The connection of migrations, if it is not the one of the application. A bean of this type takes precedence over the
 * properties {@code migrate.datasource.*}; Testcontainers and Docker Compose provide one.
 */
public interface MigrateConnectionDetails extends ConnectionDetails {

    /**
     * Returns the JDBC URL.
     *
     * @return the URL, or null to use the application's
     */
    @Nullable
    String getJdbcUrl();

    /**
     * Returns the user.
     *
     * @return the user, or null to use the application's
     */
    @Nullable
    String getUsername();

    /**
     * Returns the password.
     *
     * @return the password, or null if there is none
     */
    @Nullable
    String getPassword();

    /**
     * Returns the class of the JDBC driver.
     *
     * @return its name, or null to derive it from the URL
     */
    default @Nullable String getDriverClassName() {
        return null;
    }
}
