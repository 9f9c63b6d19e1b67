package dev.migrate.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Migrations run once for each content, and nothing is left behind. */
class TemplatesTest {

    private static final AtomicInteger RUNS = new AtomicInteger();

    /** A migration with Java code, which counts how often it runs. */
    @Revision(id = "001")
    static final class Counting implements Migration {
        @Override
        public void up(Operations op) {
            op.run("count", connection -> RUNS.incrementAndGet());
            op.execute("CREATE TABLE " + own("counted") + " (id INT PRIMARY KEY)");
        }
    }

    /** Creates a table with a name. */
    @Revision(id = "001")
    record Named(String table) implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("CREATE TABLE " + table + " (id INT PRIMARY KEY)");
        }
    }

    /** A name that no other process uses on the same server. A template with it is not shared with other processes. */
    static String own(String name) {
        return name + "_" + ProcessHandle.current().pid();
    }

    static TestServer server(TestDatabase database) {
        return TestServer.connect(ServerSource.of("the test", ServerUrl.of(database.url(), "the test")));
    }

    static Project project(Migration... migrations) {
        return new Project(List.of(migrations), builder -> builder.migrations(migrations), Optional.empty());
    }

    @DatabaseTest(oneOfEachProduct = true)
    void theMigrationsRunOnceAndTheCopiesAreEqual(TestDatabase database) throws SQLException {
        Project project = project(new Counting(), new Versioned());
        DatabaseCopy first;
        try (TestServer server = server(database)) {
            dropTemplate(database, new Templates(server).copy(project, "heads"));
            RUNS.set(0);
            first = new Templates(server).copy(project, "heads");
            try (OwnedDatabase copy = server.create()) {
                first.into(copy.dataSource());
                try (Connection connection = copy.dataSource().getConnection()) {
                    assertThat(Definitions.read(connection, copy.name()).differencesFrom(first.definitions()))
                            .isEmpty();
                }
            }
        }
        try (TestServer nextProcess = server(database)) {
            assertThat(new Templates(nextProcess).copy(project, "heads")).isEqualTo(first);
        }
        assertThat(RUNS).hasValue(1);
        dropTemplate(database, first);
    }

    /** Objects of every kind that all servers have. */
    @Revision(id = "002", parents = "001")
    static final class Versioned implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("CREATE TABLE t (id INT AUTO_INCREMENT PRIMARY KEY, n INT, g INT AS (n + 1) STORED, b BLOB,"
                    + " d DATE NOT NULL DEFAULT '2000-01-01') COMMENT 'it''s {d}'");
            op.execute(
                    "CREATE TABLE c (a VARCHAR(9), b VARCHAR(9) COLLATE utf8mb4_bin, e ENUM('x') CHARACTER SET utf8mb4"
                            + " COLLATE utf8mb4_unicode_520_ci) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci");
            op.execute("CREATE TABLE log (text VARCHAR(9) DEFAULT '\\\\')");
            op.execute("INSERT INTO t (id, b) VALUES (7, x'00ff')");
            op.execute("CREATE TRIGGER t_insert AFTER INSERT ON t FOR EACH ROW INSERT INTO log VALUES ('inserted')");
            op.execute("CREATE FUNCTION f(a INT) RETURNS INT DETERMINISTIC RETURN a + 1");
            op.execute("CREATE PROCEDURE p() BEGIN SELECT 1; END");
            op.execute("CREATE VIEW v AS SELECT f(id) AS x FROM t");
            op.execute("CREATE VIEW a_view AS SELECT x FROM v");
            op.execute("CREATE EVENT e ON SCHEDULE AT '2037-01-01 00:00:00' DISABLE DO DELETE FROM log");
        }
    }

    private static void dropTemplate(TestDatabase database, DatabaseCopy copy) {
        database.execute("DROP DATABASE " + copy.original());
    }

    @DatabaseTest(one = true)
    void anotherContentHasAnotherTemplate(TestDatabase database) throws SQLException {
        try (TestServer server = server(database)) {
            DatabaseCopy one = new Templates(server).copy(project(new Named(own("a"))), "heads");
            DatabaseCopy other = new Templates(server).copy(project(new Named(own("b"))), "heads");
            assertThat(one.original()).isNotEqualTo(other.original());
            dropTemplate(database, one);
            dropTemplate(database, other);
        }
    }

    @DatabaseTest(one = true)
    void unusedTemplatesAreDropped(TestDatabase database) throws SQLException {
        try (TestServer server = server(database)) {
            DatabaseCopy old = new Templates(server).copy(project(new Named(own("old"))), "heads");
            database.execute("UPDATE " + old.original() + ".migrate_template SET used_at = NOW() - INTERVAL 8 DAY");
            String incomplete = own("migrate_template");
            database.execute("CREATE DATABASE " + incomplete);
            DatabaseCopy used = new Templates(server).copy(project(new Named(own("used"))), "heads");
            assertThat(database.column("SHOW DATABASES LIKE 'migrate\\_template\\_%'"))
                    .contains(used.original())
                    .doesNotContain(old.original(), incomplete);
            dropTemplate(database, used);
        }
    }

    @DatabaseTest(oneOfEachProduct = true)
    void databasesOfAKilledProcessAreDroppedByTheNextOne(TestDatabase database) throws SQLException {
        String abandoned = "migrate_junit_"
                + HexFormat.of().toHexDigits(ProcessHandle.current().pid(), 12) + "_1";
        String other = own("migrate_junit_backup");
        database.execute("CREATE DATABASE " + abandoned, "CREATE DATABASE " + other);
        try (TestServer running = server(database);
                OwnedDatabase used = running.create();
                TestServer next = server(database)) {
            assertThat(database.column("SHOW DATABASES LIKE 'migrate\\_junit\\_%'"))
                    .contains(used.name(), other)
                    .doesNotContain(abandoned);
            assertThat(next.version()).isEqualTo(running.version());
        } finally {
            database.execute("DROP DATABASE " + other);
        }
    }
}
