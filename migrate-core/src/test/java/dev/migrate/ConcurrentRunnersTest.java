package dev.migrate;

import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrate.error.LockException;
import dev.migrate.internal.engine.SingleConnectionDataSource;
import dev.migrate.internal.mysql.session.LockName;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/** Many application instances that start at the same time. */
class ConcurrentRunnersTest {

    @Revision(id = "1", message = "a table that counts who made it")
    static final class First implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("counter", t -> {
                t.column("id", integer()).notNull().autoIncrement();
                t.primaryKey("id");
            });
            op.execute("INSERT INTO counter VALUES (NULL)");
        }

        @Override
        public void down(Operations op) {
            op.dropTable("counter");
        }
    }

    @Revision(id = "2", parents = "1", message = "one more")
    static final class Second implements Migration {
        @Override
        public void up(Operations op) {
            op.addColumn("counter", "note", integer());
            op.execute("INSERT INTO counter VALUES (NULL, 2)");
        }

        @Override
        public void down(Operations op) {
            op.dropColumn("counter", "note");
        }
    }

    private static MigratorBuilder migrator(DataSource dataSource) {
        return Migrator.builder().dataSource(dataSource).migrations(new First(), new Second());
    }

    private static List<RunResult> atOnce(int runners, Callable<RunResult> run)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(runners);
        try {
            List<RunResult> results = new ArrayList<>();
            for (Future<RunResult> result : threads.invokeAll(Collections.nCopies(runners, run))) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    @DatabaseTest
    void eachRevisionIsAppliedOnceAndNoRunFails(TestDatabase database) throws InterruptedException, ExecutionException {
        List<RunResult> results =
                atOnce(8, () -> migrator(database.dataSource()).build().upgrade("head"));

        assertThat(results).extracting(RunResult::after).containsOnly(List.of("2"));
        assertThat(results.stream().mapToInt(result -> result.steps().size()).sum())
                .isEqualTo(2);
        assertThat(database.column("SELECT COUNT(*) FROM counter")).containsExactly("2");
    }

    /** A snapshot that such a connection took before the wait would remain in use after it. */
    @DatabaseTest
    void connectionsWithoutAutocommitSeeTheChangesOfOtherRuns(TestDatabase database)
            throws InterruptedException, ExecutionException {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(database.url());
            pool.setAutoCommit(false);
            pool.setMaximumPoolSize(4);
            Migrator migrator = migrator(pool).build();
            migrator.stamp("base");

            List<RunResult> results = atOnce(4, () -> migrator.upgrade("head"));

            assertThat(results.stream()
                            .mapToInt(result -> result.steps().size())
                            .sum())
                    .isEqualTo(2);
            assertThat(database.column("SELECT COUNT(*) FROM counter")).containsExactly("2");
        }
    }

    @DatabaseTest
    void theHolderOfTheLockIsReportedAfterATimeout(TestDatabase database) throws SQLException {
        try (Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("DO GET_LOCK('" + LockName.of(database.name(), "alembic_version") + "', 0)");
            String id;
            try (ResultSet result = statement.executeQuery("SELECT CONNECTION_ID()")) {
                result.next();
                id = result.getString(1);
            }

            LockException failure = catchThrowableOfType(
                    LockException.class,
                    () -> migrator(database.dataSource())
                            .lockTimeout(Duration.ofSeconds(1))
                            .build()
                            .upgrade("head"));

            assertThat(failure.holder()).isEqualTo(Long.valueOf(id));
            assertThat(failure)
                    .hasMessageContaining("did not finish within 1 s")
                    .hasMessageContaining("connection " + id)
                    .hasMessageContaining("between two statements");
            assertThat(database.tables()).isEmpty();
        }
    }

    @DatabaseTest
    void theLockIsReleasedAfterTheRun(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            migrator(new SingleConnectionDataSource(connection)).build().upgrade("head");

            assertThat(database.column(
                            "SELECT IS_FREE_LOCK('" + LockName.of(database.name(), "alembic_version") + "')"))
                    .containsExactly("1");
        }
    }

    @DatabaseTest
    void anUpToDateDatabaseNeedsNoLock(TestDatabase database) throws SQLException {
        migrator(database.dataSource()).build().upgrade("head");
        try (Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("DO GET_LOCK('" + LockName.of(database.name(), "alembic_version") + "', 0)");

            RunResult result = migrator(database.dataSource())
                    .lockTimeout(Duration.ZERO)
                    .build()
                    .upgrade("head");

            assertThat(result.steps()).isEmpty();
        }
    }
}
