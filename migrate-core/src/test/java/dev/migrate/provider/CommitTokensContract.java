package dev.migrate.provider;

import static dev.migrate.schema.ColumnType.bigint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.MigrateException;
import dev.migrate.operation.CreateTable;
import dev.migrate.provider.PlannedStatement.Effect;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The contract of {@link CommitTokens}. A server without tokens must refuse them before anything is changed. */
public abstract class CommitTokensContract extends ProviderContract {

    private static final String VERSION_TABLE = "alembic_version";

    /** A statement whose effect cannot be observed. */
    private static final PlannedStatement UNOBSERVABLE =
            new PlannedStatement.Sql("unobservable", Effect.IMPLICIT_COMMIT);

    /** Whether the server accepts tokens. */
    protected abstract boolean acceptsTokens(TestDatabase database);

    @DatabaseTest
    void serversThatDoNotAcceptTokensRefuseThem(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            if (acceptsTokens(database)) {
                tokens(connection).requireUsable();
            } else {
                assertThatThrownBy(() -> tokens(connection).requireUsable()).isInstanceOf(MigrateException.class);
            }
        }
        assertThat(database.tables()).isEmpty();
    }

    @DatabaseTest
    void aTokenIsCommittedWithItsStatement(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            Journal journal = new Journal(provider(), connection);
            if (isRefused(connection, database)) {
                return;
            }
            CommitTokens tokens = tokens(connection);
            String token = tokens.next();
            journal.recordIntent(UNOBSERVABLE, token);
            assertThat(journal.probe(UNOBSERVABLE)).isEqualTo(ProbeResult.NOT_DONE);

            tokens.assign(token);
            execute(connection, create(database, "a"));
            tokens.clear();

            assertThat(journal.probe(UNOBSERVABLE)).isEqualTo(ProbeResult.DONE);
            execute(connection, create(database, "b"));
            assertThat(database.tables()).containsExactly("a", VERSION_TABLE, "b");
        }
    }

    @DatabaseTest
    void theTokenOfAFailedStatementIsNotCommitted(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            Journal journal = new Journal(provider(), connection);
            if (isRefused(connection, database)) {
                return;
            }
            execute(connection, create(database, "a"));
            CommitTokens tokens = tokens(connection);
            String token = tokens.next();
            journal.recordIntent(UNOBSERVABLE, token);

            tokens.assign(token);
            assertThatThrownBy(() -> execute(connection, create(database, "a"))).isInstanceOf(SQLException.class);
            tokens.clear();

            assertThat(journal.probe(UNOBSERVABLE)).isEqualTo(ProbeResult.NOT_DONE);
        }
    }

    @DatabaseTest
    void noTokenIsIssuedTwice(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            Journal journal = new Journal(provider(), connection);
            if (isRefused(connection, database)) {
                return;
            }
            Set<String> issued = new HashSet<>();
            for (int run = 0; run < 3; run++) {
                CommitTokens tokens = tokens(connection);
                for (int i = 0; i < 3; i++) {
                    String token = tokens.next();
                    assertThat(issued.add(token)).as(token).isTrue();
                    journal.recordIntent(UNOBSERVABLE, token);
                }
            }
        }
    }

    private boolean isRefused(Connection connection, TestDatabase database) {
        if (!acceptsTokens(database)) {
            assertThatThrownBy(() -> tokens(connection).requireUsable()).isInstanceOf(MigrateException.class);
        }
        return !acceptsTokens(database);
    }

    private CommitTokens tokens(Connection connection) {
        return provider().commitTokens(connection, VERSION_TABLE).orElseThrow();
    }

    private String create(TestDatabase database, String name) {
        List<PlannedStatement> statements =
                renderer(database).render(new CreateTable(table(name, t -> t.column("id", bigint()))));
        return statements.get(0).text();
    }
}
