package dev.migrate.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.ConnectionFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseProvidersTest {

    @Test
    void selectsTheRendererOfTheServer() {
        assertThat(DatabaseProviders.renderer("8.0.36").server()).isEqualTo(DatabaseProviders.serverVersion("8.0.36"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.6.51", "10.1.48-MariaDB", "PostgreSQL 17"})
    void rejectsServersThatNoProviderSupports(String version) {
        assertThatThrownBy(() -> DatabaseProviders.renderer(version))
                .isInstanceOf(ConnectionFailedException.class)
                .hasMessageContaining(version)
                .hasMessageContaining("Use MySQL 5.7 or later or MariaDB 10.2 or later, or add a provider");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.0.36", "mysql", "mysql-8", "postgres-17.0", "mysql-8.0.36-log"})
    void rejectsNamesThatNoProviderRecognizes(String name) {
        assertThatThrownBy(() -> DatabaseProviders.serverNamed(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"" + name + "\" is not the name of a server. Write mysql-8.0.36 or mariadb-10.11.");
    }
}
