package dev.migrate.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerVersionTest {

    @Test
    void comparesNumberByNumberAndNeverAcrossProducts() {
        ServerVersion server = new ServerVersion("Product", 8, 0, 16, "8.0.16-beta");

        assertThat(server.isAtLeast("Product", 8, 0, 16)).isTrue();
        assertThat(server.isAtLeast("Product", 8, 0, 17)).isFalse();
        assertThat(server.isAtLeast("Product", 5, 7, 99)).isTrue();
        assertThat(server.isAtLeast("Product", 8, 1, 0)).isFalse();
        assertThat(server.isAtLeast("Other product", 5, 0, 0)).isFalse();
    }

    @Test
    void printsTheProductAndTheReportedVersion() {
        assertThat(new ServerVersion("Product", 8, 0, 16, "8.0.16-beta")).hasToString("Product 8.0.16-beta");
    }
}
