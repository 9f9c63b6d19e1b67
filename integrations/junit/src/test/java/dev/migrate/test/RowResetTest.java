package dev.migrate.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.testing.DatabaseTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** After a reset, a database has exactly the rows of its migrations, whether the driver combines statements or not. */
class RowResetTest {

    private static final List<String> ROWS = List.of(
            "SELECT * FROM parents ORDER BY 1",
            "SELECT * FROM children ORDER BY 1",
            "SELECT * FROM log ORDER BY 1",
            "SELECT * FROM `odd``name;` ORDER BY 1",
            "SELECT * FROM alembic_version");

    /** Tables with rows, without rows, and with a trigger. */
    @Revision(id = "001")
    static final class Family implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("CREATE TABLE parents (id INT AUTO_INCREMENT PRIMARY KEY, n INT, g INT AS (n + 1) STORED)");
            op.execute("INSERT INTO parents (id, n) VALUES (1, 3), (5, 4)");
            op.execute("UPDATE parents SET id = 0 WHERE id = 1");
            op.execute("CREATE TABLE children (id INT AUTO_INCREMENT PRIMARY KEY, parent INT,"
                    + " FOREIGN KEY (parent) REFERENCES parents (id) ON DELETE CASCADE)");
            op.execute("CREATE TABLE log (text VARCHAR(9))");
            op.execute("CREATE TABLE `odd``name;` (a INT)");
            op.execute("CREATE TRIGGER t AFTER DELETE ON children FOR EACH ROW INSERT INTO log VALUES ('deleted')");
        }

        @Override
        public void down(Operations op) {
            op.execute("DROP TABLE children, parents, log, `odd``name;`");
        }
    }

    private static List<Object> rows(OwnedDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            List<Object> rows = new ArrayList<>();
            for (String query : ROWS) {
                rows.add(Sql.rows(connection, query));
            }
            return rows;
        }
    }

    private static void execute(OwnedDatabase database, String... statements) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            Sql.execute(connection, statements);
        }
    }

    private static void checkResets(TestServer server) throws SQLException {
        DatabaseCopy contents = new Templates(server).copy(TemplatesTest.project(new Family()), "heads");
        try (OwnedDatabase copy = server.create()) {
            contents.into(copy.dataSource());
            RowReset reset = server.use(session -> RowReset.of(contents, copy.name(), session));
            List<Object> before = rows(copy);

            execute(
                    copy,
                    "INSERT INTO parents (n) VALUES (7)",
                    "UPDATE parents SET n = 9 WHERE id = 0",
                    "INSERT INTO children (parent) VALUES (5), (0)",
                    "INSERT INTO `odd``name;` VALUES (1)");
            assertThat(rows(copy)).isNotEqualTo(before);
            assertThat(server.<Boolean>use(session -> reset.apply(session, true)))
                    .isTrue();
            assertThat(rows(copy)).isEqualTo(before);

            execute(copy, "INSERT INTO children (parent) VALUES (5)");
            assertThat(rows(copy).toString()).contains("[[1, 5]]");
            assertThat(server.<Boolean>use(session -> reset.apply(session, false)))
                    .isTrue();
            assertThat(server.<Object>use(session -> session.run(List.of("SELECT @@autocommit, @@foreign_key_checks"))
                            .get(0)))
                    .hasToString("[[1, 1]]");

            execute(copy, "CREATE TABLE another (id INT)");
            assertThat(server.<Boolean>use(session -> reset.apply(session, false)))
                    .isFalse();
        }
    }

    @DatabaseTest(oneOfEachProduct = true)
    void theRowsOfTheMigrationsRemain(dev.migrate.testing.TestDatabase database) throws SQLException {
        try (TestServer server = TemplatesTest.server(database)) {
            assertThat(server.<Boolean>use(Session::isCombining)).isTrue();
            checkResets(server);
        }
        try (TestServer server = TestServer.connect(ServerSource.of("the test", database.dataSource()))) {
            assertThat(server.<Boolean>use(Session::isCombining)).isFalse();
            checkResets(server);
        }
    }
}
