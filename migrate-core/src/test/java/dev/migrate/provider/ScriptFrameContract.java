package dev.migrate.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.plan.RowChange;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** The contract of {@link ScriptFrame}: the statements are executed in one session, as the client does. */
public abstract class ScriptFrameContract extends ProviderContract {

    private static final String VERSION_TABLE = "alembic_version";

    @DatabaseTest
    void aScriptRunsWhereTheVersionTableHasTheExpectedRows(TestDatabase database) throws SQLException {
        try (Connection connection = withRows(database, "a1", "b2")) {
            execute(connection, frame(database).guard(List.of("a1", "b2"), List.of()));
            execute(connection, frame(database).end());
        }
        try (Connection connection = database.dataSource().getConnection()) {
            execute(connection, frame(database).begin());
            execute(connection, frame(database).settings());
            execute(connection, frame(database).guard(List.of("a1"), List.of("b2", "c3")));
            execute(connection, frame(database).end());
        }
    }

    @DatabaseTest
    void aScriptStopsWhereARowIsMissing(TestDatabase database) throws SQLException {
        try (Connection connection = withRows(database, "a1")) {
            assertThatThrownBy(() -> execute(connection, frame(database).guard(List.of("a1", "b2"), List.of())))
                    .isInstanceOf(SQLException.class);
        }
    }

    @DatabaseTest
    void aScriptStopsWhereThereIsAnotherRow(TestDatabase database) throws SQLException {
        try (Connection connection = withRows(database, "a1", "b2")) {
            assertThatThrownBy(() -> execute(connection, frame(database).guard(List.of("a1"), List.of("c3"))))
                    .isInstanceOf(SQLException.class);
        }
    }

    @DatabaseTest
    void aScriptHoldsTheLockUntilItsEnd(TestDatabase database) throws SQLException {
        try (Connection connection = withRows(database, "a1");
                Connection other = database.dataSource().getConnection();
                MigrationLock lock = provider()
                        .migrationLock(other, provider().sessionControl(other).identify(), VERSION_TABLE)) {
            execute(connection, frame(database).guard(List.of("a1"), List.of()));
            assertThat(lock.tryAcquire(Duration.ZERO)).isFalse();

            execute(connection, frame(database).end());
            assertThat(lock.tryAcquire(Duration.ZERO)).isTrue();
        }
    }

    @DatabaseTest
    void aScriptStopsWhileARunHoldsTheLock(TestDatabase database) throws SQLException {
        try (Connection connection = withRows(database, "a1");
                Connection other = database.dataSource().getConnection();
                MigrationLock lock = provider()
                        .migrationLock(other, provider().sessionControl(other).identify(), VERSION_TABLE)) {
            lock.tryAcquire(Duration.ZERO);

            assertThatThrownBy(() -> execute(connection, frame(database).guard(List.of("a1"), List.of())))
                    .isInstanceOf(SQLException.class);
        }
    }

    /** A session in which a script has started, on a database whose version table has these rows. */
    private Connection withRows(TestDatabase database, String... rows) throws SQLException {
        Connection connection = database.dataSource().getConnection();
        HistoryStore store = provider().historyStore(VERSION_TABLE);
        store.createVersionTable(connection);
        for (String row : rows) {
            store.apply(connection, new RowChange.Insert(row));
        }
        execute(connection, frame(database).begin());
        execute(connection, frame(database).settings());
        return connection;
    }

    private ScriptFrame frame(TestDatabase database) {
        return provider().scriptFrame(server(database), VERSION_TABLE, Duration.ofSeconds(1), Duration.ofSeconds(5));
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        for (String statement : statements) {
            execute(connection, statement);
        }
    }
}
