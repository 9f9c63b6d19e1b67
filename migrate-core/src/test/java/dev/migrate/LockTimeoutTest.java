package dev.migrate;

import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.MigrateException;
import dev.migrate.error.Outcome;
import dev.migrate.error.StatementFailedException;
import dev.migrate.event.RunListener;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.plan.Step;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A statement waits for another session, which locks a table or, like a backup, the whole server. */
class LockTimeoutTest {

    @Revision(id = "001", message = "tables")
    public static class Tables implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("t", t -> {
                t.column("id", integer()).notNull();
                t.primaryKey("id");
            });
            op.execute("INSERT INTO t VALUES (0)");
        }
    }

    @Revision(id = "002", parents = "001", message = "rows, then a column")
    public static class RowsThenColumn implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("INSERT INTO t VALUES (1)");
            op.addColumn("t", "added", integer());
        }
    }

    @Revision(id = "002", parents = "001", message = "rows")
    public static class Rows implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("UPDATE t SET id = id + 10");
        }
    }

    /** Locks before a statement starts, and releases the lock when the run reports that it waits. */
    private static final class Locker implements RunListener, AutoCloseable {

        private final Connection connection;
        private final String lock;
        private final int statement;
        private final boolean isReleasing;
        private final List<String> events = new ArrayList<>();

        Locker(TestDatabase database, String lock, int statement, boolean isReleasing) throws SQLException {
            this.connection = database.dataSource().getConnection();
            this.lock = lock;
            this.statement = statement;
            this.isReleasing = isReleasing;
        }

        @Override
        public void statementStarted(Step step, int number, String text) {
            if (number == statement && events.isEmpty()) {
                execute(lock);
            }
        }

        @Override
        public void waitingForTable(Step step, int number, String blockers) {
            release("waiting for table");
        }

        @Override
        public void repeating(MigrateException cause) {
            release("repeating");
        }

        private void release(String event) {
            events.add(event);
            if (isReleasing) {
                execute("UNLOCK TABLES");
            }
        }

        private void execute(String sql) {
            try (Statement jdbc = connection.createStatement()) {
                jdbc.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    private static Migrator migrator(
            TestDatabase database, Migration migration, RunListener listener, Duration timeout) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Tables(), migration)
                .listener(listener)
                .tableTimeout(timeout)
                .build();
    }

    private static Migrator prepared(TestDatabase database, Migration migration, Locker locker, Duration timeout) {
        Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Tables())
                .build()
                .upgrade("head");
        return migrator(database, migration, locker, timeout);
    }

    /** The server rolls back the rows if it cannot commit them before the ALTER TABLE; they must not be lost. */
    @DatabaseTest
    void rowsBeforeADdlStatementSurviveABackupThatLocksTheServer(TestDatabase database) throws SQLException {
        try (Locker locker = new Locker(database, "FLUSH TABLES WITH READ LOCK", 2, true)) {
            prepared(database, new RowsThenColumn(), locker, Duration.ofSeconds(60))
                    .upgrade("head");

            assertThat(locker.events).containsExactly("repeating");
        }
        assertThat(database.column("SELECT id FROM t ORDER BY id")).containsExactly("0", "1");
        assertThat(database.column("SELECT COUNT(added) FROM t")).containsExactly("0");
    }

    @DatabaseTest
    void aChangeOfRowsWaitsForItsTable(TestDatabase database) throws SQLException {
        try (Locker locker = new Locker(database, "LOCK TABLES t WRITE", 1, true)) {
            prepared(database, new Rows(), locker, Duration.ofSeconds(60)).upgrade("head");

            assertThat(locker.events).containsExactly("repeating");
        }
        assertThat(database.column("SELECT id FROM t")).containsExactly("10");
    }

    @DatabaseTest
    void withoutATimeoutThereIsOneAttempt(TestDatabase database) throws SQLException {
        try (Locker locker = new Locker(database, "LOCK TABLES t WRITE", 1, false)) {
            Migrator migrator = prepared(database, new Rows(), locker, Duration.ZERO);

            assertThatThrownBy(() -> migrator.upgrade("head"))
                    .isInstanceOfSatisfying(
                            StatementFailedException.class,
                            e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE))
                    .hasMessageContaining("server code 1205");
            assertThat(locker.events).isEmpty();
        }
        migrator(database, new Rows(), new RunListener() {}, Duration.ZERO).upgrade("head");
        assertThat(database.column("SELECT id FROM t")).containsExactly("10");
    }
}
