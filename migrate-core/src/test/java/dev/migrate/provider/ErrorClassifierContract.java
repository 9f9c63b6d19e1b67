package dev.migrate.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.provider.DatabaseError.Kind;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** The contract of {@link ErrorClassifier}. */
public abstract class ErrorClassifierContract extends ProviderContract {

    @DatabaseTest
    void recognizesAMissingTable(TestDatabase database) throws SQLException {
        SQLException failure = failure(database, "SELECT * FROM missing");

        DatabaseError error = provider().errorClassifier().classify(failure);
        assertThat(error.kind()).isEqualTo(Kind.TABLE_MISSING);
        assertThat(error.isConnectionLost()).isFalse();
        assertThat(error.text()).contains("missing").hasLineCount(1);
    }

    @DatabaseTest
    void recognizesAFailureThatAPoolHasWrapped(TestDatabase database) throws SQLException {
        SQLException failure = failure(database, "SELECT * FROM missing");

        DatabaseError error = provider().errorClassifier().classify(new SQLException("pool", failure));
        assertThat(error.kind()).isEqualTo(Kind.TABLE_MISSING);
        assertThat(error.code()).isEqualTo(failure.getErrorCode());
    }

    @DatabaseTest
    void aRejectedStatementIsNoLostConnection(TestDatabase database) throws SQLException {
        DatabaseError error = provider().errorClassifier().classify(failure(database, "SELECT FROM WHERE"));

        assertThat(error.kind()).isEqualTo(Kind.OTHER);
        assertThat(error.isInterruption()).isFalse();
    }

    @DatabaseTest
    void recognizesAClauseThatTheServerRejects(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE t (a INT)");

        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            SQLException failure = catchThrowableOfType(
                    SQLException.class, () -> statement.execute("ALTER TABLE t MODIFY a BIGINT, ALGORITHM=INPLACE"));

            assertThat(provider().errorClassifier().classify(failure).kind()).isEqualTo(Kind.CLAUSE_REJECTED);
        }
    }

    @DatabaseTest
    void recognizesAConnectionThatIsClosed(TestDatabase database) throws SQLException {
        Connection connection = database.dataSource().getConnection();
        connection.close();
        SQLException failure = catchThrowableOfType(SQLException.class, () -> column(connection, "SELECT 1", 1));

        assertThat(provider().errorClassifier().classify(failure).isConnectionLost())
                .isTrue();
    }

    @Test
    void connectionExceptionsOfTheSqlStandardAreLostConnections() {
        DatabaseError error = provider().errorClassifier().classify(new SQLException("gone", "08006"));

        assertThat(error.isConnectionLost()).isTrue();
        assertThat(error.isInterruption()).isTrue();
    }

    @Test
    void anExceptionOfAMigrationIsNoLostConnection() {
        Exception failure = new IllegalStateException("no luck");

        DatabaseError error = provider().errorClassifier().classify(failure);
        assertThat(error.kind()).isEqualTo(Kind.OTHER);
        assertThat(error.text()).contains("no luck");
    }

    private static SQLException failure(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return catchThrowableOfType(SQLException.class, () -> column(connection, sql, 1));
        }
    }
}
