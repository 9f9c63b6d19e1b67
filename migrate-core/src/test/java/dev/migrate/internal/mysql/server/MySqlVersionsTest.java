package dev.migrate.internal.mysql.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.provider.ServerVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MySqlVersionsTest {

    @ParameterizedTest
    @CsvSource({
        "5.7.22, MySQL, 5, 7, 22",
        "8.0.15-log, MySQL, 8, 0, 15",
        "9.7.4-2, MySQL, 9, 7, 4",
        "8.0.mysql_aurora.3.04.0, MySQL, 8, 0, 0",
        "10.11.18-MariaDB-0+deb12u1, MariaDB, 10, 11, 18",
        "5.5.5-10.11.18-MariaDB-log, MariaDB, 10, 11, 18",
        "11.4.5-MariaDB-log, MariaDB, 11, 4, 5",
    })
    void parsesReportedVersions(String text, String product, int major, int minor, int patch) {
        assertThat(MySqlVersions.parse(text)).contains(new ServerVersion(product, major, minor, patch, text));
    }

    @Test
    void parsesNoVersionsOfOtherProducts() {
        assertThat(MySqlVersions.parse("PostgreSQL 17.0")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mysql-8.0.36, MySQL, 8, 0, 36, 8.0.36",
        "MySQL-8.4, MySQL, 8, 4, 0, 8.4",
        "MySQL-8.0, MySQL, 8, 0, 11, 8.0",
        "mariadb-10.11, MariaDB, 10, 11, 0, 10.11"
    })
    void parsesNames(String name, String product, int major, int minor, int patch, String text) {
        assertThat(MySqlVersions.named(name)).contains(new ServerVersion(product, major, minor, patch, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.0.36", "mysql", "mysql-8", "postgres-17.0", "mysql-8.0.36-log"})
    void parsesNoOtherNames(String name) {
        assertThat(MySqlVersions.named(name)).isEmpty();
    }
}
