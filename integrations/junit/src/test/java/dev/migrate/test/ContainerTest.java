package dev.migrate.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mysql.MySQLContainer;

/** A Testcontainers container in a field of the test class is the server. */
class ContainerTest {

    /** The image that other tests use as well, so that no other one has to be there. */
    private static final String IMAGE = "mysql:9.7";

    @MigratedDatabase(migrations = MigratedDatabaseTest.SHOP)
    static class WithContainer {

        private static final MySQLContainer CONTAINER = new MySQLContainer(IMAGE);

        @Test
        void test(Connection connection, @DatabaseUrl String url) throws SQLException {
            assertThat(CONTAINER.isRunning()).isTrue();
            assertThat(url)
                    .contains(":" + CONTAINER.getMappedPort(MySQLContainer.MYSQL_PORT) + "/")
                    .contains(TestServer.PREFIX);
            assertThat(Sql.column(connection, "SELECT VERSION()").get(0)).startsWith("9.7.");
            assertThat(Sql.column(connection, "SELECT code FROM countries ORDER BY 1"))
                    .containsExactly("DE", "NO");
        }
    }

    /** Where a server of the tests is a container, Docker has to be there. */
    private static boolean isRequired() {
        return System.getenv().getOrDefault(ServerSearch.VARIABLE, "").contains("jdbc:tc:");
    }

    @Test
    void aContainerInAFieldIsStartedAndUsed() {
        assumeTrue(isRequired() || DockerClientFactory.instance().isDockerAvailable(), "Docker does not run");
        try {
            assertThat(MigratedDatabaseTest.failures(EngineTestKit.engine("junit-jupiter")
                            .selectors(selectClass(WithContainer.class))
                            .execute()))
                    .isEmpty();
        } finally {
            WithContainer.CONTAINER.stop();
        }
    }
}
