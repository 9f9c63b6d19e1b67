package dev.migrate.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.provider.ServerVersion.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerVersionTest {

    @ParameterizedTest
    @CsvSource({
        "5.7.22, MYSQL, 5, 7, 22",
        "8.0.15-log, MYSQL, 8, 0, 15",
        "9.7.4-2, MYSQL, 9, 7, 4",
        "8.0.mysql_aurora.3.04.0, MYSQL, 8, 0, 0",
        "10.11.18-MariaDB-0+deb12u1, MARIADB, 10, 11, 18",
        "5.5.5-10.11.18-MariaDB-log, MARIADB, 10, 11, 18",
        "11.4.5-MariaDB-log, MARIADB, 11, 4, 5",
    })
    void readsWhatServersSayOfThemselves(String text, Product product, int major, int minor, int patch) {
        assertThat(ServerVersion.parse(text)).isEqualTo(new ServerVersion(product, major, minor, patch, text));
    }

    @Test
    void comparesNumberByNumberAndNeverAcrossProducts() {
        ServerVersion server = ServerVersion.parse("8.0.16");

        assertThat(server.isAtLeast(Product.MYSQL, 8, 0, 16)).isTrue();
        assertThat(server.isAtLeast(Product.MYSQL, 8, 0, 17)).isFalse();
        assertThat(server.isAtLeast(Product.MYSQL, 5, 7, 99)).isTrue();
        assertThat(server.isAtLeast(Product.MYSQL, 8, 1, 0)).isFalse();
        assertThat(server.isAtLeast(Product.MARIADB, 5, 0, 0)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "mysql-8.0.36,MYSQL,8,0,36",
        "MySQL-8.4,MYSQL,8,4,0",
        "MySQL-8.0,MYSQL,8,0,11",
        "mariadb-10.11,MARIADB,10,11,0"
    })
    void readsTheNamesThatPeopleGive(String name, Product product, int major, int minor, int patch) {
        ServerVersion server = ServerVersion.named(name);

        assertThat(server.product()).isEqualTo(product);
        assertThat(server.isAtLeast(product, major, minor, patch)).isTrue();
        assertThat(server.isAtLeast(product, major, minor, patch + 1)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"8.0.36", "mysql", "mysql-8", "postgres-17.0", "mysql-8.0.36-log"})
    void refusesOtherNames(String name) {
        assertThatThrownBy(() -> ServerVersion.named(name))
                .hasMessage("This is not a server: \"" + name + "\". Write it as in mysql-8.0.36 or mariadb-10.11.");
    }

    @Test
    void refusesWhatIsNoVersion() {
        assertThatThrownBy(() -> ServerVersion.parse("PostgreSQL")).hasMessageContaining("PostgreSQL");
    }

    @ParameterizedTest
    @CsvSource({"5.6.51", "10.1.48-MariaDB", "PostgreSQL 17"})
    void serversWithoutADialectAreRefusedByTheirName(String version) {
        assertThatThrownBy(() -> DatabaseProviders.forServer(version))
                .isInstanceOf(UnsupportedServerException.class)
                .hasMessageContaining(version);
    }
}
