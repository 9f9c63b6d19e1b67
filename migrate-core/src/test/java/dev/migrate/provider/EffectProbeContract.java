package dev.migrate.provider;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.Operations;
import dev.migrate.provider.PlannedStatement.Effect;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** The contract of {@link EffectProbe}, with the journal and the statements of the same provider. */
public abstract class EffectProbeContract extends ProviderContract {

    /** Each changes the schema of {@link #customers()} and its effect can be observed. */
    private static final List<Consumer<Operations>> CHANGES = List.of(
            op -> op.alterColumn("customers", "city", c -> c.type(varchar(60))),
            op -> op.table("customers", t -> t.addColumn("phone", varchar(20))),
            op -> op.table("customers", t -> t.createIndex("customers_visits", "visits")),
            op -> op.table("customers", t -> t.dropIndex("customers_city")),
            op -> op.table("customers", t -> t.renameColumn("city", "town")),
            op -> op.renameTable("customers", "clients"),
            op -> op.createTable("notes", t -> t.column("id", bigint())),
            op -> op.dropTable("notes"));

    @DatabaseTest
    void aStatementIsDoneOnceItHasRun(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            create(connection, renderer(database), schema(customers()));
            Journal journal = new Journal(provider(), connection);
            for (Consumer<Operations> change : CHANGES) {
                PlannedStatement statement = statement(database, change);
                journal.recordIntent(statement);

                assertThat(journal.probe(statement))
                        .as("before %s", statement)
                        .isIn(ProbeResult.NOT_DONE, ProbeResult.NO_DIFFERENCE);
                execute(connection, database, change);
                assertThat(journal.probe(statement)).as("after %s", statement).isEqualTo(ProbeResult.DONE);
            }
        }
    }

    @DatabaseTest
    void aStatementThatChangesNothingMakesNoDifference(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            create(connection, renderer(database), schema(customers()));
            Journal journal = new Journal(provider(), connection);
            PlannedStatement statement =
                    statement(database, op -> op.alterColumn("customers", "city", c -> c.type(varchar(50))));
            journal.recordIntent(statement);

            assertThat(journal.probe(statement)).isEqualTo(ProbeResult.NO_DIFFERENCE);
        }
    }

    @DatabaseTest
    void anotherChangeSinceTheIntentIsNeitherState(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            create(connection, renderer(database), schema(customers()));
            Journal journal = new Journal(provider(), connection);
            execute(connection, database, op -> op.table("customers", t -> t.addColumn("phone", varchar(20))));
            PlannedStatement renaming =
                    statement(database, op -> op.table("customers", t -> t.renameColumn("phone", "mobile")));
            PlannedStatement creation =
                    statement(database, op -> op.createTable("notes", t -> t.column("id", bigint())));
            journal.recordIntent(renaming);
            execute(connection, database, op -> op.table("customers", t -> t.dropColumn("phone")));

            assertThat(journal.probe(renaming)).isEqualTo(ProbeResult.NEITHER_STATE);

            journal.recordIntent(creation);
            execute(connection, database, op -> op.createTable("notes", t -> t.column("text", varchar(10))));

            assertThat(journal.probe(creation)).isEqualTo(ProbeResult.NEITHER_STATE);
        }
    }

    @DatabaseTest
    void aStatementWithoutAnEffectCheckCannotBeObserved(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            Journal journal = new Journal(provider(), connection);
            PlannedStatement statement = new PlannedStatement.Sql("SELECT 1", Effect.IMPLICIT_COMMIT);
            journal.recordIntent(statement);

            assertThat(journal.probe(statement)).isEqualTo(ProbeResult.NOT_OBSERVABLE);
        }
    }

    /** It may run again. */
    @DatabaseTest
    void anIdempotentStatementIsNotDone(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            Journal journal = new Journal(provider(), connection);
            PlannedStatement statement =
                    new PlannedStatement.Sql("SELECT 1", Effect.IMPLICIT_COMMIT, EffectCheck.idempotent());
            journal.recordIntent(statement);

            assertThat(journal.probe(statement)).isEqualTo(ProbeResult.NOT_DONE);
        }
    }

    private void execute(Connection connection, TestDatabase database, Consumer<Operations> change)
            throws SQLException {
        execute(connection, renderer(database), Operations.recordedBy(change));
    }

    private PlannedStatement statement(TestDatabase database, Consumer<Operations> change) {
        List<PlannedStatement> statements =
                renderer(database).render(Operations.recordedBy(change).get(0));
        assertThat(statements).hasSize(1);
        return statements.get(0);
    }
}
