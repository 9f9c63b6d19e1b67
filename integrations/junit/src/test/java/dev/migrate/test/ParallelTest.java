package dev.migrate.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.DatabaseTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Classes and methods that JUnit runs in parallel have a database each while they run. */
class ParallelTest {

    private static final int REPETITIONS = 4;
    private static final int TIMEOUT_SECONDS = 60;

    /** Two tests at a time: one that runs alone waits in vain. */
    private static final CyclicBarrier PAIRS = new CyclicBarrier(2);

    private static final Set<String> IN_USE = ConcurrentHashMap.newKeySet();
    private static final Set<String> USED = ConcurrentHashMap.newKeySet();

    private static void useAlone(DataSource source) throws Exception {
        try (Connection connection = source.getConnection()) {
            String name = connection.getCatalog();
            assertThat(IN_USE.add(name)).as(name).isTrue();
            USED.add(name);
            assertThat(count(connection)).isEqualTo("0");
            // All tests insert the same unique value.
            Sql.execute(connection, "INSERT INTO customers (email, country) VALUES ('a@example.com', 'NO')");
            PAIRS.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            assertThat(count(connection)).isEqualTo("1");
            IN_USE.remove(name);
        }
    }

    private static String count(Connection connection) throws SQLException {
        return Sql.column(connection, "SELECT COUNT(*) FROM customers").get(0);
    }

    @MigratedDatabase(migrations = MigratedDatabaseTest.SHOP)
    static class One {
        @RepeatedTest(REPETITIONS)
        void test(DataSource source) throws Exception {
            useAlone(source);
        }
    }

    @MigratedDatabase(migrations = MigratedDatabaseTest.SHOP)
    static class Other {
        @RepeatedTest(REPETITIONS)
        void test(DataSource source) throws Exception {
            useAlone(source);
        }
    }

    @DatabaseTest(oneOfEachProduct = true)
    void eachTestHasADatabaseWhileItRuns(dev.migrate.testing.TestDatabase database) {
        USED.clear();
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(One.class), DiscoverySelectors.selectClass(Other.class))
                .configurationParameter("migrate.test.url", database.url())
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .execute();
        assertThat(MigratedDatabaseTest.failures(results)).isEmpty();
        assertThat(results.testEvents().succeeded().count()).isEqualTo(2 * REPETITIONS);
        assertThat(USED).hasSizeBetween(2, 2 * REPETITIONS);
        assertThat(MigratedDatabaseTest.leftOf(USED.iterator().next(), database))
                .isEmpty();
    }
}
