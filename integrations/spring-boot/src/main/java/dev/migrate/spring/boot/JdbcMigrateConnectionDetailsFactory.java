package dev.migrate.spring.boot;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The connection to a service of Docker Compose, with Spring Boot 4. */
final class JdbcMigrateConnectionDetailsFactory
        implements ConnectionDetailsFactory<JdbcConnectionDetails, MigrateConnectionDetails> {

    JdbcMigrateConnectionDetailsFactory() {}

    @Override
    public MigrateConnectionDetails getConnectionDetails(JdbcConnectionDetails details) {
        return new OfJdbc(details);
    }

    private record OfJdbc(JdbcConnectionDetails details) implements MigrateConnectionDetails {

        @Override
        public @Nullable String getJdbcUrl() {
            return details.getJdbcUrl();
        }

        @Override
        public @Nullable String getUsername() {
            return details.getUsername();
        }

        @Override
        public @Nullable String getPassword() {
            return details.getPassword();
        }

        @Override
        public @Nullable String getDriverClassName() {
            return details.getDriverClassName();
        }
    }
}
