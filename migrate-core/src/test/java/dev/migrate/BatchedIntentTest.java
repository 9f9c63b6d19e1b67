package dev.migrate;

import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.migrate.error.InterruptedRunException;
import dev.migrate.error.MigrateException;
import dev.migrate.error.StatementFailedException;
import dev.migrate.event.RunListener;
import dev.migrate.journal.EntryState;
import dev.migrate.journal.JournalPage;
import dev.migrate.journal.JournalStep;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.plan.Step;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/** Migrations whose intent is recorded together: the state after a run is interrupted among them. */
class BatchedIntentTest {

    @Revision(id = "1")
    record First(String table) implements Migration {
        @Override
        public void up(Operations op) {
            create(op, table);
        }
    }

    @Revision(id = "2", parents = "1")
    record Second(String table) implements Migration {
        @Override
        public void up(Operations op) {
            create(op, table);
        }
    }

    @Revision(id = "3", parents = "2")
    record Third(String table) implements Migration {
        @Override
        public void up(Operations op) {
            create(op, table);
        }
    }

    private static void create(Operations op, String table) {
        op.createTable(table, t -> t.column("id", integer()));
    }

    private static Migrator migrator(TestDatabase database, RunListener listener, Migration... migrations) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(migrations)
                .listener(listener)
                .build();
    }

    private static Migrator migrator(TestDatabase database) {
        return migrator(database, new RunListener() {}, new First("a"), new Second("b"), new Third("c"));
    }

    /** Ends the only connection of a run, as if its process was stopped. */
    private static void breakOffBefore(String revision, TestDatabase database) {
        try (Connection connection = database.dataSource().getConnection()) {
            RunListener breakingOff = new RunListener() {
                @Override
                public void statementStarted(Step step, int number, String sql) {
                    if (step.revision().id().equals(revision)) {
                        abort(connection);
                    }
                }
            };
            Migrator migrator = Migrator.builder()
                    .connection(connection)
                    .migrations(new First("a"), new Second("b"), new Third("c"))
                    .listener(breakingOff)
                    .build();
            assertThatThrownBy(() -> migrator.upgrade("head")).isInstanceOf(MigrateException.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        assertThat(migrator(database).interrupted())
                .hasValueSatisfying(step -> assertThat(step.revision()).isEqualTo("1"));
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @DatabaseTest
    void theNextRunRecordsCompleteStepsAndResumesAfterThem(TestDatabase database) {
        breakOffBefore("3", database);
        assertThat(database.tables()).containsExactly("a", "alembic_version", "b");

        Migrator migrator = migrator(database);

        assertThat(migrator.upgrade("head").after()).containsExactly("3");
        assertThat(database.tables()).containsExactly("a", "alembic_version", "b", "c");
        assertThat(migrator.interrupted()).isEmpty();
        assertThat(migrator.journal(JournalPage.oldestFirst(1_000)))
                .extracting(JournalStep::revision, JournalStep::state)
                .containsExactly(tuple("1", EntryState.DONE), tuple("2", EntryState.DONE), tuple("3", EntryState.DONE));
    }

    @DatabaseTest
    void statementsThatDidNotRunMayBeEdited(TestDatabase database) {
        breakOffBefore("2", database);

        migrator(database, new RunListener() {}, new First("a"), new Second("b"), new Third("z"))
                .upgrade("head");

        assertThat(database.tables()).containsExactly("a", "alembic_version", "b", "z");
    }

    @DatabaseTest
    void statementsThatDidNotRunMayBeRemoved(TestDatabase database) {
        breakOffBefore("2", database);

        migrator(database, new RunListener() {}, new First("a"), new Second("b"))
                .upgrade("head");

        assertThat(database.tables()).containsExactly("a", "alembic_version", "b");
    }

    @DatabaseTest
    void statementsThatMayHaveRunMustNotBeRemoved(TestDatabase database) {
        breakOffBefore("3", database);

        Migrator migrator = migrator(database, new RunListener() {}, new First("a"), new Second("b"));

        assertThatThrownBy(() -> migrator.upgrade("head"))
                .isInstanceOf(InterruptedRunException.class)
                .hasMessageContaining("there is no migration with the id 3");
    }

    @DatabaseTest
    void stepsBeforeAFailureAreRecordedAndLaterIntentsDeleted(TestDatabase database) {
        database.execute("CREATE TABLE b (id INT)");
        Migrator migrator = migrator(database);

        assertThatThrownBy(() -> migrator.upgrade("head"))
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("Migration 2 failed");

        assertThat(migrator.current())
                .extracting(status -> status.revision().id())
                .containsExactly("1");
        assertThat(migrator.interrupted())
                .hasValueSatisfying(step -> assertThat(step.summary()).startsWith("revision 2: 0 of 1 statement done"));
        assertThat(migrator.journal(JournalPage.oldestFirst(1_000)))
                .extracting(JournalStep::revision, JournalStep::state)
                .containsExactly(tuple("1", EntryState.DONE), tuple("2", EntryState.FAILED));

        database.execute("DROP TABLE b");
        assertThat(migrator.upgrade("head").after()).containsExactly("3");
        assertThat(database.tables()).containsExactly("a", "alembic_version", "b", "c");
    }

    @DatabaseTest
    void abortingKeepsCompleteSteps(TestDatabase database) {
        breakOffBefore("2", database);
        Migrator migrator = migrator(database);

        migrator.abort();

        assertThat(migrator.interrupted()).isEmpty();
        assertThat(migrator.current())
                .extracting(status -> status.revision().id())
                .containsExactly("1");
        assertThat(database.tables()).containsExactly("a", "alembic_version");
        assertThat(migrator.journal(JournalPage.oldestFirst(1_000)))
                .extracting(JournalStep::revision, JournalStep::state)
                .containsExactly(
                        tuple("1", EntryState.DONE), tuple("2", EntryState.ABORTED), tuple("3", EntryState.ABORTED));
    }

    @DatabaseTest
    void purgingAbortsAllOfThem(TestDatabase database) {
        breakOffBefore("2", database);
        Migrator migrator = migrator(database);

        migrator.stamp(StampMode.PURGE, "1");

        assertThat(migrator.interrupted()).isEmpty();
        assertThat(migrator.upgrade("head").after()).containsExactly("3");
    }
}
