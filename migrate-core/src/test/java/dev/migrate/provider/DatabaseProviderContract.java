package dev.migrate.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of {@link DatabaseProvider}. */
public abstract class DatabaseProviderContract extends ProviderContract {

    @DatabaseTest
    void supportsItsServers(TestDatabase database) {
        ServerVersion server = server(database);

        assertThat(provider().supports(server)).isTrue();
        assertThat(server.text()).isEqualTo(database.server().version());
        assertThat(renderer(database).server()).isEqualTo(server);
    }

    @DatabaseTest
    void isSelectedForItsServers(TestDatabase database) {
        assertThat(DatabaseProviders.forServer(server(database))).hasSameClassAs(provider());
    }

    @Test
    void parsesItsOwnExamples() {
        List<String> examples = List.of(provider().serverNameExamples().split(" or "));

        assertThat(examples).isNotEmpty().allSatisfy(name -> {
            assertThat(provider().serverNamed(name)).get().matches(provider()::supports);
        });
    }

    @DatabaseTest
    void acceptsTheUrlsOfItsServers(TestDatabase database) {
        assertThat(provider().jdbcUrl(database.url())).get().satisfies(url -> {
            assertThat(url.url()).isEqualTo(database.url());
            assertThat(url.database()).isEqualTo(database.name());
            assertThat(url.driverArtifact()).contains(":");
            assertThat(provider().jdbcUrl(url.serverUrl()))
                    .get()
                    .extracting(JdbcUrl::database)
                    .isNull();
        });
    }

    @Test
    void acceptsItsOwnExamplesOfUrls() {
        List<String> examples = List.of(provider().jdbcUrlExamples().split(" or "));

        assertThat(examples)
                .isNotEmpty()
                .allSatisfy(url -> assertThat(DatabaseProviders.jdbcUrl(url))
                        .isEqualTo(provider().jdbcUrl(url))
                        .get()
                        .extracting(JdbcUrl::database)
                        .isEqualTo("DATABASE"));
    }

    @Test
    void leavesOtherProductsToOtherProviders() {
        ServerVersion other = new ServerVersion("Another product", 999, 0, 0, "999.0.0");

        assertThat(provider().supports(other)).isFalse();
        assertThat(provider().serverNamed("another-product-999.0")).isEmpty();
        assertThat(provider().serverVersion("Another product")).isEmpty();
        assertThat(provider().jdbcUrl("jdbc:another-product://HOST/DATABASE")).isEmpty();
    }
}
