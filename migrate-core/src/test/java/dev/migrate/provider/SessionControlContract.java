package dev.migrate.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** The contract of {@link SessionControl}. */
public abstract class SessionControlContract extends ProviderContract {

    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);

    @DatabaseTest
    void identifiesTheServerAndTheSession(TestDatabase database) throws SQLException {
        try (Connection one = database.dataSource().getConnection();
                Connection other = database.dataSource().getConnection()) {
            ServerIdentity identity = provider().sessionControl(one).identify();

            assertThat(provider().accepts(one.getMetaData())).isTrue();
            assertThat(identity.version()).isEqualTo(database.server().version());
            assertThat(identity.database()).isEqualTo(database.name());
            assertThat(identity.user()).isNotBlank();
            assertThat(identity.connection())
                    .isEqualTo(provider().sessionControl(one).identify().connection())
                    .isNotEqualTo(provider().sessionControl(other).identify().connection());
        }
    }

    @DatabaseTest
    void aPreparedSessionCommitsExplicitly(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            create(connection, renderer(database), schema(customers()));
            provider().sessionControl(connection).prepare(IDLE_TIMEOUT);
            execute(connection, "INSERT INTO customers (id, email) VALUES (1, 'a')");
            connection.rollback();

            assertThat(column(connection, "SELECT id FROM customers", 1)).isEmpty();
        }
    }

    @DatabaseTest
    void restoresWhatItChanged(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            SessionControl session = provider().sessionControl(connection);
            session.prepare(IDLE_TIMEOUT);
            assertThat(connection.getAutoCommit()).isFalse();
            session.reset();
            session.remember();
            session.enterCode().close();
            session.restore();

            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    @DatabaseTest
    void restoringAnUnpreparedSessionChangesNothing(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            provider().sessionControl(connection).restore();

            assertThat(connection.getAutoCommit()).isFalse();
        }
    }

    @DatabaseTest
    void anAdministratorCanMigrate(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            SessionControl session = provider().sessionControl(connection);

            assertThat(session.missingPrivileges(database.name())).isEmpty();
            assertThat(session.isReadOnly()).isFalse();
            assertThat(session.isMultiPrimary()).isFalse();
        }
    }

    @DatabaseTest
    void createsADatabaseOnce(TestDatabase database) throws SQLException {
        String name = database.name() + "_created";
        try (Connection connection = database.dataSource().getConnection()) {
            SessionControl session = provider().sessionControl(connection);
            try {
                assertThat(session.createDatabase(name)).isTrue();
                assertThat(session.createDatabase(name)).isFalse();
            } finally {
                execute(connection, "DROP DATABASE " + renderer(database).quote(name));
            }
        }
    }
}
