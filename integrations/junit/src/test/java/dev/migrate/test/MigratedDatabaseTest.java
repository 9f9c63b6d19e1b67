package dev.migrate.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.migrate.Migrator;
import dev.migrate.RevisionStatus;
import dev.migrate.testing.DatabaseTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Tests get a migrated database, and the next one does not see their changes. */
class MigratedDatabaseTest {

    static final String SHOP = "dev.migrate.test.shop";

    /** Runs a test class on the server of a database. */
    static EngineExecutionResults run(Class<?> testClass, dev.migrate.testing.TestDatabase database) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .configurationParameter("migrate.test.url", database.url())
                .execute();
    }

    /** The messages of the tests and containers that have failed, after checking that a test has run. */
    static List<String> failures(EngineExecutionResults results) {
        assertThat(results.allEvents().finished().count()).isPositive();
        return messages(results.allEvents().failed());
    }

    /** The names and the messages of tests and containers that have not succeeded. */
    static List<String> messages(Events events) {
        return events.stream()
                .map(event -> event.getTestDescriptor().getDisplayName() + ": "
                        + event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()
                                .getMessage())
                .toList();
    }

    /** The databases on the server that belong to the same test run as another one; other processes have others. */
    static List<?> leftOf(String name, dev.migrate.testing.TestDatabase database) {
        assertThat(name).startsWith(TestServer.PREFIX);
        String run = name.substring(0, name.lastIndexOf('_') + 1);
        return database.column("SHOW DATABASES LIKE '" + run.replace("_", "\\_") + "%'");
    }

    private static void insertCustomer(Connection connection) throws SQLException {
        Sql.execute(
                connection,
                "INSERT INTO customers (email, country) VALUES ('a@example.com', 'NO')",
                "INSERT INTO orders (customer_id, amount) SELECT id, 5 FROM customers",
                "DELETE FROM countries WHERE code = 'DE'");
    }

    private static void assertUnchanged(Connection connection) throws SQLException {
        assertThat(Sql.column(connection, "SELECT id FROM customers")).isEmpty();
        assertThat(Sql.column(connection, "SELECT id FROM orders")).isEmpty();
        assertThat(Sql.column(connection, "SELECT code FROM countries ORDER BY 1"))
                .containsExactly("DE", "NO");
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    @MigratedDatabase(migrations = SHOP)
    static class WithRows {

        @MigratedDatabase
        @Nullable
        DataSource field;

        @Test
        void one(Connection connection, DataSource source, Migrator migrator, @DatabaseUrl String url)
                throws SQLException {
            assertUnchanged(connection);
            insertCustomer(connection);
            try (Connection other = source.getConnection()) {
                assertThat(Sql.column(other, "SELECT id FROM customers")).containsExactly("1");
            }
            assertThat(migrator.current())
                    .extracting(status -> status.revision().id())
                    .containsExactly("002");
            assertThat(url).contains("migrate_junit_");
        }

        @Test
        void two(Connection connection) throws SQLException {
            assertUnchanged(connection);
            insertCustomer(connection);
            assertThat(field).isNotNull();
        }

        @Test
        void three(Connection connection) throws SQLException {
            assertUnchanged(connection);
            insertCustomer(connection);
            assertThat(Sql.column(connection, "SELECT MIN(id) FROM customers")).containsExactly("1");
        }
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    @MigratedDatabase(migrations = SHOP, resetAutoIncrement = true)
    static class WithCounters {

        @Test
        void one(Connection connection) throws SQLException {
            insertCustomer(connection);
        }

        @Test
        void two(Connection connection) throws SQLException {
            assertUnchanged(connection);
            insertCustomer(connection);
            assertThat(Sql.column(connection, "SELECT id FROM customers")).containsExactly("1");
        }
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    @MigratedDatabase(migrations = SHOP, reset = Reset.ROLLBACK)
    static class RolledBack {

        @Test
        void one(DataSource source) throws SQLException {
            try (Connection connection = source.getConnection()) {
                insertCustomer(connection);
                connection.commit();
                Sql.execute(connection, "DELETE FROM orders");
                connection.rollback();
            }
            try (Connection connection = source.getConnection()) {
                assertThat(Sql.column(connection, "SELECT amount FROM orders")).containsExactly("5");
            }
        }

        @Test
        void two(Connection connection) throws SQLException {
            assertUnchanged(connection);
            insertCustomer(connection);
            Sql.execute(connection, "CREATE TABLE commits_implicitly (id INT)", "DROP TABLE commits_implicitly");
        }

        @Test
        void threeAfterAnImplicitCommit(Connection connection) throws SQLException {
            assertUnchanged(connection);
        }
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    @MigratedDatabase(migrations = SHOP, reset = Reset.NEW)
    static class New {

        @Test
        void one(Connection connection) throws SQLException {
            insertCustomer(connection);
            Sql.execute(connection, "ALTER TABLE customers ADD nickname INT");
        }

        @Test
        void two(Connection connection) throws SQLException {
            assertUnchanged(connection);
            assertThat(Sql.column(connection, "SHOW COLUMNS FROM customers")).doesNotContain("nickname");
        }
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    @MigratedDatabase(migrations = SHOP, reset = Reset.NONE)
    static class Shared {

        @MigratedDatabase
        static @Nullable DataSource source;

        @Test
        void one(Connection connection) throws SQLException {
            insertCustomer(connection);
            assertThat(source).isNotNull();
        }

        @Test
        void two(Connection connection) throws SQLException {
            assertThat(Sql.column(connection, "SELECT email FROM customers")).hasSize(1);
        }
    }

    static class OnMethods {

        @Test
        @MigratedDatabase(value = "001", migrations = SHOP)
        void atARevision(TestDatabase database) {
            assertThat(database.schema().views()).isEmpty();
            assertThat(database.migrator().history())
                    .filteredOn(RevisionStatus::isApplied)
                    .hasSize(1);
        }

        @Test
        @MigratedDatabase(migrations = SHOP)
        void withTwoDatabases(Connection head, @MigratedDatabase(value = "base", migrations = SHOP) Connection empty)
                throws SQLException {
            assertThat(Sql.column(head, "SHOW TABLES")).contains("totals");
            assertThat(Sql.column(empty, "SHOW TABLES")).isEmpty();
        }
    }

    @DatabaseTest(oneOfEachProduct = true)
    void eachTestSeesTheRowsOfTheMigrationsOnly(dev.migrate.testing.TestDatabase database) {
        for (Class<?> testClass :
                List.of(WithRows.class, WithCounters.class, RolledBack.class, New.class, Shared.class)) {
            assertThat(failures(run(testClass, database))).isEmpty();
        }
    }

    @DatabaseTest(oneOfEachProduct = true)
    void theTargetCanBeARevision(dev.migrate.testing.TestDatabase database) {
        assertThat(failures(run(OnMethods.class, database))).isEmpty();
    }

    static class Named {
        private static String name = "";

        @Test
        @MigratedDatabase(migrations = SHOP)
        void test(TestDatabase database) {
            name = database.name();
        }
    }

    @DatabaseTest(oneOfEachProduct = true)
    void nothingButTheTemplateIsLeft(dev.migrate.testing.TestDatabase database) {
        assertThat(failures(run(Named.class, database))).isEmpty();
        assertThat(leftOf(Named.name, database)).isEmpty();
    }
}
