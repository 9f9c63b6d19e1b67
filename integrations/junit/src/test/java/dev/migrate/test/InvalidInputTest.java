package dev.migrate.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A test whose database cannot be provided fails with a sentence about what to do, and nothing is left behind. */
class InvalidInputTest {

    private static final AtomicInteger CALLS = new AtomicInteger();

    @MigratedDatabase
    static class WithoutMigrations {
        @Test
        void test(DataSource database) {
            assertThat(database).isNotNull();
        }
    }

    @MigratedDatabase(value = "nowhere", migrations = MigratedDatabaseTest.SHOP)
    static class MissingTarget {
        @Test
        void test(DataSource database) {
            assertThat(database).isNotNull();
        }
    }

    @MigratedDatabase(migrations = MigratedDatabaseTest.SHOP)
    static class StaticField {
        @MigratedDatabase
        static @Nullable DataSource database;

        @Test
        void test() {
            assertThat(database).isNotNull();
        }
    }

    @MigratedDatabase(migrations = MigratedDatabaseTest.SHOP)
    static class WrongField {
        @MigratedDatabase
        int database;

        @Test
        void test() {
            assertThat(database).isZero();
        }
    }

    @MigratedDatabase(migrations = MigratedDatabaseTest.SHOP, reset = Reset.ROLLBACK)
    static class UrlOfATransaction {
        @Test
        void test(@DatabaseUrl String url) {
            assertThat(url).isNotNull();
        }
    }

    @MigratedDatabase(migrations = MigratedDatabaseTest.SHOP)
    static class OtherProduct {
        @DatabaseServer
        static DataSource h2() {
            return otherProduct();
        }

        @Test
        void test(DataSource database) {
            assertThat(database).isNotNull();
        }
    }

    @MigratedDatabase(migrations = MigratedDatabaseTest.SHOP)
    static class NoServerInField {
        @DatabaseServer
        static final @Nullable DataSource SERVER = null;

        @Test
        void test(DataSource database) {
            assertThat(database).isNotNull();
        }
    }

    /** The database in which {@link Failing} ran. */
    private static String template = "";

    /** Has another statement each time. */
    @Revision(id = "001")
    static final class Random implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("CREATE TABLE t" + CALLS.incrementAndGet() + " (id INT)");
        }
    }

    /** Fails at its last statement. */
    @Revision(id = "001")
    static final class Failing implements Migration {
        @Override
        public void up(Operations op) {
            String table = TemplatesTest.own("failing");
            op.run("record the database", connection -> template = connection.getCatalog());
            op.execute("CREATE TABLE " + table + " (id INT)");
            op.execute("CREATE TABLE " + table + " (id INT)");
        }
    }

    /** A second head. */
    @Revision(id = "002")
    static final class Second implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("SELECT 1");
        }
    }

    private static DataSource otherProduct() {
        return Proxies.of(
                DataSource.class,
                new DriverDataSource("jdbc:mysql:"),
                (method, call) -> method.getName().equals("getConnection") ? h2Connection() : call.proceed());
    }

    private static Connection h2Connection() {
        return (Connection) java.lang.reflect.Proxy.newProxyInstance(
                InvalidInputTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> method.getName().equals("getMetaData") ? h2MetaData() : null);
    }

    private static Object h2MetaData() {
        return java.lang.reflect.Proxy.newProxyInstance(
                InvalidInputTest.class.getClassLoader(),
                new Class<?>[] {java.sql.DatabaseMetaData.class},
                (proxy, method, arguments) -> method.getName().equals("getDatabaseProductVersion")
                        ? "2.3.232"
                        : method.getReturnType() == String.class ? "H2" : null);
    }

    private static String failure(Class<?> testClass, TestDatabase database) {
        return MigratedDatabaseTest.failures(MigratedDatabaseTest.run(testClass, database))
                .get(0);
    }

    private static Throwable failure(TestDatabase database, String target, Migration... migrations)
            throws SQLException {
        try (TestServer server = TemplatesTest.server(database);
                OwnedDatabase own = server.create()) {
            Project project = TemplatesTest.project(migrations);
            Throwable failure = catchThrowable(() -> new Templates(server).copy(project, target));
            assertThat(MigratedDatabaseTest.leftOf(own.name(), database)).hasToString("[" + own.name() + "]");
            return failure;
        }
    }

    @DatabaseTest(one = true)
    void theMessageContainsWhatToDo(TestDatabase database) {
        assertThat(failure(WithoutMigrations.class, database))
                .isEqualTo("test(DataSource): There are no migrations for the database of WithoutMigrations. Name their"
                        + " package in @MigratedDatabase(migrations = ...) or with the key package in"
                        + " migrate.properties.");
        assertThat(failure(MissingTarget.class, database)).contains("nowhere");
        assertThat(failure(StaticField.class, database)).contains("Reset.NONE");
        assertThat(failure(WrongField.class, database)).contains("has the type int. Use DataSource,");
        assertThat(failure(UrlOfATransaction.class, database)).contains("has one connection, and no URL for others");
        assertThat(failure(OtherProduct.class, database)).contains("2.3.232 is not supported. Use MySQL");
        assertThat(failure(NoServerInField.class, database)).contains("NoServerInField.SERVER with @DatabaseServer");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aMigrationThatFailsLeavesNothing(TestDatabase database) throws SQLException {
        assertThat(failure(database, "heads", new Failing()))
                .hasMessageStartingWith("Migration 001 failed while upgrading, at statement 3 of 3");
        assertThat(template).startsWith("migrate_template_");
        assertThat(database.column("SHOW DATABASES")).doesNotContain(template);
    }

    @DatabaseTest(one = true)
    void theHeadOfTwoDoesNotExist(TestDatabase database) throws SQLException {
        assertThat(failure(database, "head", new TemplatesTest.Named("t"), new Second()))
                .hasMessageContaining("001")
                .hasMessageContaining("002");
    }

    @DatabaseTest(one = true)
    void aMigrationThatIsNotDeterministicIsReportedWithBothTexts(TestDatabase database) throws SQLException {
        CALLS.set(0);
        assertThat(failure(database, "heads", new Random()))
                .hasMessage("The migration 001 does not record the same statements each time: first CREATE TABLE t1 (id"
                        + " INT), then CREATE TABLE t2 (id INT). Do not use the clock, random values or the database in"
                        + " up(); compute such values in SQL.");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aUserWithoutPrivilegesIsReported(TestDatabase database) throws SQLException {
        String user = TemplatesTest.own("guest");
        database.execute("CREATE USER " + user + "@'%' IDENTIFIED BY 'guest'");
        try (TestServer server = TestServer.connect(
                ServerSource.of("the test", database.dataSource(user, "guest", "information_schema")))) {
            assertThat(catchThrowable(server::create))
                    .hasMessageStartingWith("The server could not create a database for tests: ")
                    .hasMessageContaining("GRANT ALL ON `migrate\\_%`.* TO");
        } finally {
            database.execute("DROP USER " + user + "@'%'");
        }
    }

    @Test
    void aMissingServerIsReported() {
        Project project = TemplatesTest.project();
        ServerSearch search = new ServerSearch(WithoutMigrations.class, Optional.empty(), project, Map.of(), () -> {
            throw new TestDatabaseException("No program.", "Install it.");
        });
        assertThat(catchThrowable(search::find)).hasMessage("No program. Install it.");
        ServerSearch unreachable = new ServerSearch(
                WithoutMigrations.class,
                Optional.of("jdbc:mysql://127.0.0.1:1/?user=root&password=secret"),
                project,
                Map.of(),
                EmbeddedMariaDb::start);
        assertThat(catchThrowable(() -> TestServer.connect(unreachable.find())))
                .hasMessageStartingWith("The server for tests, from migrate.test.url, cannot be used: ")
                .hasMessageNotContaining("secret");
        ServerSearch other = new ServerSearch(
                WithoutMigrations.class,
                Optional.of("jdbc:h2:mem:test;PASSWORD=secret"),
                project,
                Map.of(),
                EmbeddedMariaDb::start);
        assertThat(catchThrowable(other::find))
                .hasMessageStartingWith("The URL of the server for tests, from migrate.test.url, is not supported")
                .isNotInstanceOf(ConnectionFailedException.class);
    }
}
