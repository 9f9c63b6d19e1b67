package dev.migrate;

import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.event.RunListener;
import dev.migrate.internal.engine.SingleConnectionDataSource;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.plan.Step;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** The session settings that a run requires and restores. */
class SessionTest {

    private static final List<String> SETTINGS = List.of(
            "autocommit",
            "foreign_key_checks",
            "group_concat_max_len",
            "lock_wait_timeout",
            "sql_mode",
            "unique_checks",
            "wait_timeout");

    @Revision(id = "1", message = "what the session says while it runs")
    static final class Settings implements Migration {
        private final Map<String, String> seen = new TreeMap<>();

        @Override
        public void up(Operations op) {
            op.createTable("t", t -> t.column("id", integer()));
            op.run("look at the session", connection -> seen.putAll(settingsOf(connection)));
        }

        @Override
        public void down(Operations op) {
            op.dropTable("t");
        }
    }

    /** A reader that releases the table when it is notified that a statement waits. */
    record Reader(Connection connection, List<String> told) implements RunListener {
        @Override
        public void waitingForTable(Step step, int number, String who) {
            told.add(who);
            try {
                connection.rollback();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Map<String, String> settingsOf(Connection connection) throws SQLException {
        Map<String, String> settings = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String name : SETTINGS) {
                try (ResultSet result = statement.executeQuery("SELECT @@SESSION." + name)) {
                    result.next();
                    settings.put(name, result.getString(1));
                }
            }
        }
        return settings;
    }

    private static MigratorBuilder migrator(DataSource dataSource) {
        return Migrator.builder().dataSource(dataSource).migrations(new Settings());
    }

    private static DataSource with(TestDatabase database, String parameter) {
        return TestDatabase.dataSource(database.url() + "&" + parameter);
    }

    @DatabaseTest
    void settingsAreAppliedDuringTheRunAndRestoredAfterwards(TestDatabase database) throws SQLException {
        Settings migration = new Settings();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "SET sql_mode = 'ANSI_QUOTES,PAD_CHAR_TO_FULL_LENGTH', foreign_key_checks = 0, wait_timeout = 1234,"
                            + " lock_wait_timeout = 77");
            connection.setNetworkTimeout(Runnable::run, 60_000);
            Map<String, String> before = settingsOf(connection);

            Migrator.builder()
                    .dataSource(new SingleConnectionDataSource(connection))
                    .migrations(migration)
                    .build()
                    .upgrade("head");

            assertThat(migration.seen)
                    .containsEntry("autocommit", "0")
                    .containsEntry("foreign_key_checks", "1")
                    .containsEntry("lock_wait_timeout", "5")
                    // Java code may compute for hours.
                    .containsEntry("wait_timeout", "28800");
            // Java code runs in the mode of the connection, but with the standard syntax.
            assertThat(migration.seen.get("sql_mode")).isEqualTo("PAD_CHAR_TO_FULL_LENGTH");
            assertThat(settingsOf(connection)).isEqualTo(before);
            assertThat(connection.getNetworkTimeout()).isEqualTo(60_000);
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    @DatabaseTest
    void aDriverThatReconnectsOnItsOwnIsRejected(TestDatabase database) {
        assertThatThrownBy(() ->
                        migrator(with(database, "autoReconnect=true")).build().upgrade("head"))
                .isInstanceOf(ConnectionFailedException.class)
                .hasMessageContaining("autoReconnect=true")
                .hasMessageContaining("Remove autoReconnect from the URL");
        assertThat(database.tables()).isEmpty();
    }

    @DatabaseTest
    void aUrlThatDistributesStatementsIsRejected(TestDatabase database) {
        DataSource dataSource = TestDatabase.dataSource(database.url().replace("://", ":loadbalance://"));

        assertThatThrownBy(() -> migrator(dataSource).build().upgrade("head"))
                .isInstanceOf(ConnectionFailedException.class)
                .hasMessageContaining("a run needs a single session");
        assertThat(database.tables()).isEmpty();
    }

    @DatabaseTest
    void aReadOnlyConnectionIsRejected(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setReadOnly(true);

            assertThatThrownBy(() -> migrator(new SingleConnectionDataSource(connection))
                            .build()
                            .upgrade("head"))
                    .isInstanceOf(ConnectionFailedException.class)
                    .hasMessageContaining("The connection is set to read-only");
        }
        assertThat(database.tables()).isEmpty();
    }

    @DatabaseTest
    void aReadOnlyServerIsRejected(TestDatabase database) {
        database.execute("SET GLOBAL read_only = 1");
        try {
            assertThatThrownBy(() -> migrator(database.dataSource()).build().upgrade("head"))
                    .isInstanceOf(ConnectionFailedException.class)
                    .hasMessageContaining("The server is read-only, like a replica")
                    .hasMessageContaining("Connect to the primary");
            CheckResult check = migrator(database.dataSource()).build().check();
            assertThat(check.isReadOnly()).isTrue();
            assertThat(check.isUpToDate()).isFalse();
        } finally {
            database.execute("SET GLOBAL read_only = 0");
        }
        assertThat(database.tables()).isEmpty();
    }

    /** It would disconnect the client while the server continues. */
    @DatabaseTest
    void aSocketTimeoutDoesNotInterruptARunningStatement(TestDatabase database) {
        Migration slow = new Slow();

        RunResult result = Migrator.builder()
                .dataSource(with(database, "socketTimeout=500"))
                .migrations(slow)
                .build()
                .upgrade("head");

        assertThat(result.steps()).hasSize(1);
    }

    @Revision(id = "1", message = "a statement of a second and a half")
    static final class Slow implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("DO SLEEP(1.5)");
        }

        @Override
        public void down(Operations op) {}
    }

    @Revision(id = "1", message = "a change of a table that is in use")
    static final class Change implements Migration {
        @Override
        public void up(Operations op) {
            op.addColumn("used", "b", integer());
        }

        @Override
        public void down(Operations op) {}
    }

    @DatabaseTest
    void aStatementOnATableInUseIsRetried(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE used (a INT)", "INSERT INTO used VALUES (1)");
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeQuery("SELECT * FROM used").close();
            Reader reader = new Reader(connection, new ArrayList<>());

            RunResult result = change(database).listener(reader).build().upgrade("head");

            assertThat(result.after()).containsExactly("1");
            assertThat(reader.told).hasSize(1);
        }
    }

    private static MigratorBuilder change(TestDatabase database) {
        return Migrator.builder().dataSource(database.dataSource()).migrations(new Change());
    }
}
