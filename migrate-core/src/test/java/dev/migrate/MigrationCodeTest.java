package dev.migrate;

import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.MigrateException;
import dev.migrate.error.Outcome;
import dev.migrate.error.StatementFailedException;
import dev.migrate.event.CompletedStep;
import dev.migrate.event.EndedRun;
import dev.migrate.event.RunListener;
import dev.migrate.event.StartedRun;
import dev.migrate.internal.engine.SingleConnectionDataSource;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.ConnectionWork;
import dev.migrate.operation.Operations;
import dev.migrate.plan.Step;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Supplier;

/** Failures and side effects of code that is not part of the library: migrations and listeners. */
class MigrationCodeTest {

    @Revision(id = "1", message = "create a table")
    static final class Table implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("t", t -> t.column("id", integer()));
        }
    }

    @Revision(id = "2", parents = "1", message = "insert a row and run code")
    static final class Code implements Migration {
        private final ConnectionWork work;

        Code(ConnectionWork work) {
            this.work = work;
        }

        @Override
        public void up(Operations op) {
            op.run("run code", connection -> {
                execute(connection, "INSERT INTO t VALUES (1)");
                work.run(connection);
            });
        }
    }

    @Revision(id = "2", parents = "1", message = "insert two rows")
    static final class Rows implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("INSERT INTO t VALUES (1)");
            op.execute("INSERT INTO t VALUES (2)");
        }
    }

    /** Fails in each of its methods. */
    record FailingListener(Supplier<? extends Throwable> failure) implements RunListener {
        @Override
        public void runStarted(StartedRun run) {
            fail();
        }

        @Override
        public void runEnded(EndedRun run) {
            fail();
        }

        @Override
        public void stepStarted(Step step, int done, int statements) {
            fail();
        }

        @Override
        public void statementStarted(Step step, int number, String text) {
            fail();
        }

        @Override
        public void statementDone(Step step, int number, Duration elapsed) {
            fail();
        }

        @Override
        public void stepDone(CompletedStep step) {
            fail();
        }

        private void fail() {
            throwUnchecked(failure.get());
        }

        @SuppressWarnings("unchecked")
        private static <X extends Throwable> void throwUnchecked(Throwable failure) throws X {
            throw (X) failure;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Migrator migrator(TestDatabase database, Migration second) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Table(), second)
                .build();
    }

    private static void upgradesWith(TestDatabase database, ConnectionWork work) {
        assertThat(migrator(database, new Code(work)).upgrade("head").after()).containsExactly("2");
        assertThat(database.column("SELECT id FROM t")).containsExactly("1");
    }

    @DatabaseTest
    void anErrorInCodeIsRecordedAndRethrown(TestDatabase database) {
        for (Error error : new Error[] {
            new AssertionError("wrong"),
            new NoClassDefFoundError("x/Y"),
            new StackOverflowError(),
            new OutOfMemoryError("test")
        }) {
            Migrator failing = migrator(database, new Code(connection -> {
                throw error;
            }));

            assertThatThrownBy(() -> failing.upgrade("head")).isSameAs(error);

            assertThat(database.column("SELECT id FROM t")).isEmpty();
            assertThat(database.column("SELECT state FROM alembic_version_journal WHERE step = 2 AND statement = 0"))
                    .containsExactly("FAILED");
        }
        upgradesWith(database, connection -> {});
    }

    @DatabaseTest
    void anErrorInUpLeavesNothingBehind(TestDatabase database) throws SQLException {
        AssertionError error = new AssertionError("wrong");
        Migration failing = new UpFails(error);
        try (Connection connection = database.dataSource().getConnection()) {
            Migrator migrator = Migrator.builder()
                    .dataSource(new SingleConnectionDataSource(connection))
                    .migrations(failing)
                    .build();

            assertThatThrownBy(() -> migrator.upgrade("head")).isSameAs(error);

            // The connection is still open: a lock that it kept would block this run.
            Migrator other = Migrator.builder()
                    .dataSource(database.dataSource())
                    .lockTimeout(Duration.ZERO)
                    .migrations(new Table())
                    .build();
            assertThat(other.upgrade("head").after()).containsExactly("1");
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    @Revision(id = "1", message = "fail")
    record UpFails(AssertionError error) implements Migration {
        @Override
        public void up(Operations op) {
            throw error;
        }
    }

    @DatabaseTest
    void aFailureWhoseTextFailsIsRecorded(TestDatabase database) {
        Migrator failing = migrator(database, new Code(connection -> {
            throw new IllegalStateException() {
                @Override
                public String getMessage() {
                    throw new AssertionError("no text");
                }
            };
        }));

        assertThatThrownBy(() -> failing.upgrade("head")).isInstanceOf(StatementFailedException.class);

        upgradesWith(database, connection -> {});
    }

    @DatabaseTest
    void aFailingListenerChangesNothing(TestDatabase database) {
        for (Supplier<Throwable> failure : java.util.List.<Supplier<Throwable>>of(
                () -> new AssertionError("listener"),
                () -> new IllegalStateException("listener"),
                () -> new SQLException("listener"),
                StackOverflowError::new)) {
            Migrator migrator = Migrator.builder()
                    .dataSource(database.dataSource())
                    .migrations(new Table(), new Rows())
                    .listener(new FailingListener(failure))
                    .build();

            assertThat(migrator.upgrade("head").steps()).hasSize(2);
            assertThat(migrator.upgrade("head").steps()).isEmpty();

            assertThat(database.column("SELECT id FROM t ORDER BY id")).containsExactly("1", "2");
            migrator.stamp(StampMode.PURGE, "base");
            database.execute("DROP TABLE t");
        }
    }

    @DatabaseTest
    void codeThatChangesTheDefaultDatabaseIsRefused(TestDatabase database) {
        String other = database.name() + "_other";
        database.execute("CREATE DATABASE " + other);
        try {
            Migrator migrator = migrator(database, new Code(connection -> execute(connection, "USE " + other)));

            assertThatThrownBy(() -> migrator.upgrade("head"))
                    .isInstanceOf(StatementFailedException.class)
                    .hasMessageContaining("the default database was changed from " + database.name() + " to " + other)
                    .extracting(e -> ((MigrateException) e).outcome())
                    .isEqualTo(Outcome.NOT_DONE);

            assertThat(database.column(
                            "SELECT table_name FROM information_schema.tables WHERE table_schema = '" + other + "'"))
                    .isEmpty();
            assertThat(database.column("SELECT id FROM t")).isEmpty();
        } finally {
            database.execute("DROP DATABASE " + other);
        }
        upgradesWith(database, connection -> {});
    }

    @DatabaseTest
    void codeThatFailsInAnotherDatabaseIsRecordedInItsOwn(TestDatabase database) {
        Migrator migrator = migrator(database, new Code(connection -> {
            execute(connection, "USE information_schema");
            throw new IllegalStateException("wrong");
        }));

        assertThatThrownBy(() -> migrator.upgrade("head")).hasMessageContaining("wrong");

        assertThat(database.column("SELECT state FROM alembic_version_journal WHERE step = 2 AND statement = 0"))
                .containsExactly("FAILED");
        upgradesWith(database, connection -> {});
    }

    @DatabaseTest
    void codeThatTurnsOnAutocommitIsRefused(TestDatabase database) {
        Migrator migrator = migrator(database, new Code(connection -> execute(connection, "SET autocommit = 1")));

        assertThatThrownBy(() -> migrator.upgrade("head"))
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("autocommit was turned on")
                .extracting(e -> ((MigrateException) e).outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }
}
