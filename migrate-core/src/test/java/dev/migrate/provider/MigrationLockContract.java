package dev.migrate.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** The contract of {@link MigrationLock}. */
public abstract class MigrationLockContract extends ProviderContract {

    private static final String VERSION_TABLE = "alembic_version";

    @DatabaseTest
    void oneSessionAtATimeHoldsTheLock(TestDatabase database) throws SQLException {
        try (Connection one = database.dataSource().getConnection();
                Connection other = database.dataSource().getConnection();
                MigrationLock waiting = lock(other, VERSION_TABLE)) {
            try (MigrationLock held = lock(one, VERSION_TABLE)) {
                assertThat(held.tryAcquire(Duration.ZERO)).isTrue();
                assertThat(waiting.tryAcquire(Duration.ZERO)).isFalse();
            }
            assertThat(waiting.tryAcquire(Duration.ZERO)).isTrue();
        }
    }

    @DatabaseTest
    void neitherCommitsNorDdlReleaseTheLock(TestDatabase database) throws SQLException {
        try (Connection one = database.dataSource().getConnection();
                Connection other = database.dataSource().getConnection();
                MigrationLock held = lock(one, VERSION_TABLE);
                MigrationLock waiting = lock(other, VERSION_TABLE)) {
            one.setAutoCommit(false);
            held.tryAcquire(Duration.ZERO);
            create(one, renderer(database), schema(customers()));
            one.commit();

            assertThat(waiting.tryAcquire(Duration.ZERO)).isFalse();
        }
    }

    @DatabaseTest
    void onlyTheSessionOfTheLockHoldsIt(TestDatabase database) throws SQLException {
        try (Connection one = database.dataSource().getConnection();
                Connection other = database.dataSource().getConnection();
                MigrationLock held = lock(one, VERSION_TABLE);
                MigrationLock waiting = lock(other, VERSION_TABLE)) {
            assertThat(held.isHeld()).isFalse();
            held.tryAcquire(Duration.ZERO);

            assertThat(held.isHeld()).isTrue();
            assertThat(waiting.isHeld()).isFalse();
        }
    }

    @DatabaseTest
    void theLockEndsWithItsSession(TestDatabase database) throws SQLException {
        try (Connection other = database.dataSource().getConnection();
                MigrationLock waiting = lock(other, VERSION_TABLE)) {
            try (Connection one = database.dataSource().getConnection()) {
                lock(one, VERSION_TABLE).tryAcquire(Duration.ZERO);
                assertThat(waiting.tryAcquire(Duration.ZERO)).isFalse();
            }
            assertThat(waiting.tryAcquire(Duration.ofSeconds(10))).isTrue();
        }
    }

    @DatabaseTest
    void eachVersionTableHasItsOwnLock(TestDatabase database) throws SQLException {
        try (Connection one = database.dataSource().getConnection();
                Connection other = database.dataSource().getConnection();
                MigrationLock held = lock(one, VERSION_TABLE);
                MigrationLock unrelated = lock(other, "another_table")) {
            assertThat(held.tryAcquire(Duration.ZERO)).isTrue();
            assertThat(unrelated.tryAcquire(Duration.ZERO)).isTrue();
        }
    }

    @DatabaseTest
    void theHolderIsNamed(TestDatabase database) throws SQLException {
        try (Connection one = database.dataSource().getConnection();
                Connection other = database.dataSource().getConnection();
                MigrationLock held = lock(one, VERSION_TABLE);
                MigrationLock waiting = lock(other, VERSION_TABLE)) {
            held.tryAcquire(Duration.ZERO);

            LockHolder holder = waiting.holder();
            assertThat(holder.connection()).isEqualTo(identity(one).connection());
            assertThat(holder.description()).isNotBlank();
        }
    }

    @DatabaseTest
    void theWaitIsBounded(TestDatabase database) throws SQLException {
        try (Connection one = database.dataSource().getConnection();
                Connection other = database.dataSource().getConnection();
                MigrationLock held = lock(one, VERSION_TABLE);
                MigrationLock waiting = lock(other, VERSION_TABLE)) {
            held.tryAcquire(Duration.ZERO);
            long start = System.nanoTime();

            assertThat(waiting.tryAcquire(Duration.ofSeconds(1))).isFalse();

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(900), Duration.ofSeconds(20));
        }
    }

    private ServerIdentity identity(Connection connection) throws SQLException {
        return provider().sessionControl(connection).identify();
    }

    private MigrationLock lock(Connection connection, String versionTable) throws SQLException {
        return provider().migrationLock(connection, identity(connection), versionTable);
    }
}
