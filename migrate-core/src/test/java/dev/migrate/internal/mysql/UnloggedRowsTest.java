package dev.migrate.internal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.internal.JdbcProxy;
import dev.migrate.internal.engine.ScratchModelContext;
import dev.migrate.provider.CopiedRows;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.ScratchDatabase;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The rows of a rehearsal and the tables of a model are not written to the binary log, and a connection of a pool is left
 * as it was.
 */
class UnloggedRowsTest {

    /** A pool of one connection, which stays open. */
    private static DataSource pool(DataSource any, Connection only) {
        return JdbcProxy.of(
                DataSource.class,
                any,
                (method, original) -> JdbcProxy.of(
                        Connection.class,
                        only,
                        (called, call) -> called.getName().equals("close") ? null : call.proceed()));
    }

    private static String settings(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT @@session.sql_log_bin, @@session.sql_mode, @@session.foreign_key_checks, DATABASE()")) {
            row.next();
            return row.getInt(1) + " " + row.getString(2) + " " + row.getInt(3) + " " + row.getString(4) + " "
                    + connection.getTransactionIsolation();
        }
    }

    private static CopiedRows copied(ScratchDatabase scratch) throws SQLException {
        try (Connection connection = scratch.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (a INT PRIMARY KEY)");
        }
        return scratch.copyRows(List.of("DELETE FROM t"), 10);
    }

    @DatabaseTest(oneOfEachProduct = true)
    void theLogIsTurnedOffInTheScratchDatabaseOnly(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE t (a INT PRIMARY KEY)", "INSERT INTO t VALUES (1), (2)");
        try (Connection only = database.dataSource().getConnection()) {
            String before = settings(only);
            assertThat(before).startsWith("1 ");
            try (ScratchDatabase scratch = new MySqlScratchDatabases().create(pool(database.dataSource(), only))) {
                assertThat(copied(scratch).tables()).isEqualTo(Map.of("t", 2L));
                assertThat(settings(only)).isEqualTo(before);
                try (Connection connection = scratch.dataSource().getConnection();
                        Statement statement = connection.createStatement()) {
                    assertThat(settings(connection)).startsWith("0 ");
                    // The log cannot be turned on in a transaction.
                    connection.setAutoCommit(false);
                    statement.execute("INSERT INTO t VALUES (3)");
                }
                assertThat(settings(only)).isEqualTo(before);
            }
        }
    }

    /** The script creates a table whose name shows whether the log is on. */
    private static Schema modelFrom(DataSource dataSource, TestDatabase database) {
        String script = """
                SET @s = CONCAT('CREATE TABLE log_', IF(@@session.sql_log_bin, 'on', 'off'), ' (a INT)');
                PREPARE p FROM @s;
                EXECUTE p;
                DEALLOCATE PREPARE p;
                """;
        ServerVersion server =
                DatabaseProviders.renderer(database.server().version()).server();
        return new ScratchModelContext(dataSource, server).schemaAfter("model.sql", script);
    }

    @DatabaseTest(oneOfEachProduct = true)
    void theTablesOfAModelAreNotLogged(TestDatabase database) throws SQLException {
        try (Connection only = database.dataSource().getConnection()) {
            String before = settings(only);

            assertThat(modelFrom(pool(database.dataSource(), only), database).tables())
                    .extracting(Table::name)
                    .containsExactly("log_off");
            assertThat(settings(only)).isEqualTo(before).startsWith("1 ");
        }
    }

    @DatabaseTest(oneOfEachProduct = true)
    void withoutThePrivilegeTheRowsAreCopiedAndLogged(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE t (a INT PRIMARY KEY)", "INSERT INTO t VALUES (1), (2)");
        String user = "'logs_" + database.name() + "'@'%'";
        database.execute(
                "CREATE USER " + user + " IDENTIFIED BY 'pw'",
                "GRANT SELECT ON " + database.name() + ".* TO " + user,
                "GRANT ALL ON `migrate\\_scratch\\_%`.* TO " + user);
        try (ScratchDatabase scratch = new MySqlScratchDatabases()
                .create(database.dataSource("logs_" + database.name(), "pw", database.name()))) {
            assertThat(copied(scratch).tables()).isEqualTo(Map.of("t", 2L));
            try (Connection connection = scratch.dataSource().getConnection()) {
                assertThat(settings(connection)).startsWith("1 ");
            }
            assertThat(modelFrom(database.dataSource("logs_" + database.name(), "pw", database.name()), database)
                            .tables())
                    .extracting(Table::name)
                    .containsExactly("log_on");
        } finally {
            database.execute("DROP USER " + user);
        }
    }
}
