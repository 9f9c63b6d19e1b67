package dev.migrate.internal.mysql.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.provider.ServerVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionThresholdTest {

    @ParameterizedTest
    @CsvSource({
        "8.0.15, false", "8.0.16, true", "9.0.0, true",
        "10.2.21-MariaDB, false", "10.2.22-MariaDB, true", "10.2.44-MariaDB, true",
        "10.3.9-MariaDB, false", "10.3.10-MariaDB, true", "10.4.0-MariaDB, true"
    })
    void aFeatureMayBeAddedToSeveralSeries(String version, boolean isReached) {
        assertThat(Capability.CHECK_CATALOG.isIn(server(version))).isEqualTo(isReached);
    }

    @ParameterizedTest
    @CsvSource({"9.7.0, false", "10.6.0-MariaDB, false", "10.7.0-MariaDB, true"})
    void aProductMayLackAFeature(String version, boolean isReached) {
        assertThat(Capability.UUID.isIn(server(version))).isEqualTo(isReached);
    }

    private static ServerVersion server(String version) {
        return MySqlVersions.parse(version).orElseThrow();
    }
}
