package dev.migrate.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/** The contract of {@link SessionMonitor}. */
public abstract class SessionMonitorContract extends ProviderContract {

    /** Whether the server shows which sessions use a table. */
    protected abstract boolean showsLockBlockers(TestDatabase database);

    @DatabaseTest
    void namesTheSessionThatUsesATableIfTheServerShowsIt(TestDatabase database) throws SQLException {
        try (Connection user = database.dataSource().getConnection();
                Connection waiting = database.dataSource().getConnection()) {
            create(user, renderer(database), schema(customers()));
            user.setAutoCommit(false);
            column(user, "SELECT * FROM customers", 1);
            String session =
                    String.valueOf(provider().sessionControl(user).identify().connection());

            String blockers = monitor().lockBlockers(waiting);

            if (showsLockBlockers(database)) {
                assertThat(blockers).contains("connection " + session + " ").contains("customers");
            } else {
                assertThat(blockers).isNotBlank().doesNotContainPattern("\\d");
            }
        }
    }

    @DatabaseTest
    void namesNoSessionThatHasEndedItsTransaction(TestDatabase database) throws SQLException {
        try (Connection other = database.dataSource().getConnection();
                Connection waiting = database.dataSource().getConnection()) {
            create(other, renderer(database), schema(customers()));
            other.setAutoCommit(false);
            column(other, "SELECT * FROM customers", 1);
            other.commit();

            assertThat(monitor().lockBlockers(waiting)).isNotBlank().doesNotContain("customers");
        }
    }

    @DatabaseTest
    void aSessionWithoutAStatementHasNoProgress(TestDatabase database) throws SQLException {
        try (Connection idle = database.dataSource().getConnection();
                Connection observer = database.dataSource().getConnection()) {
            long session = provider().sessionControl(idle).identify().connection();

            assertThat(monitor().progress(observer, session)).isEmpty();
            assertThat(monitor().progress(observer, Long.MAX_VALUE)).isEmpty();
        }
    }

    /** It is only for information, so a failure must not end the run. */
    @DatabaseTest
    void reportsNothingOverAClosedConnection(TestDatabase database) throws SQLException {
        Connection closed = database.dataSource().getConnection();
        closed.close();

        assertThat(monitor().progress(closed, 1)).isEmpty();
        assertThat(monitor().lockBlockers(closed)).isNotBlank();
    }

    private SessionMonitor monitor() {
        return provider().sessionMonitor();
    }
}
