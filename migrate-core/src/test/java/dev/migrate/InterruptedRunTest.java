package dev.migrate;

import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.migrate.error.InterruptedRunException;
import dev.migrate.error.InvalidMigrationException;
import dev.migrate.error.Outcome;
import dev.migrate.error.StatementFailedException;
import dev.migrate.error.StatementOutcomeUnknownException;
import dev.migrate.journal.Action;
import dev.migrate.journal.EntryState;
import dev.migrate.journal.JournalPage;
import dev.migrate.journal.JournalStep;
import dev.migrate.journal.StatementOutcome;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.schema.CreationContext;
import dev.migrate.schema.Routine;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.SQLException;
import java.util.function.Consumer;

/** A migration that fails halfway: resuming it, aborting it, and the operations that are rejected. */
class InterruptedRunTest {

    @Revision(id = "1", message = "whatever a test says")
    record Given(Consumer<Operations> what) implements Migration {
        @Override
        public void up(Operations op) {
            what.accept(op);
        }
    }

    private static Migrator migrator(TestDatabase database, Consumer<Operations> what) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Given(what))
                .build();
    }

    private static void twoTablesAndAUniqueName(Operations op) {
        op.keepSeparate();
        op.createTable("a", t -> t.column("name", varchar(20)));
        op.addColumn("old", "b", integer());
        op.addUniqueConstraint("old", "uq_old_name", "name");
        op.createTable("c", t -> t.column("name", varchar(20)));
    }

    private static void twoRowsOfOneName(TestDatabase database) {
        database.execute(
                "CREATE TABLE old (id INT PRIMARY KEY, name VARCHAR(20))", "INSERT INTO old VALUES (1, 'x'), (2, 'x')");
    }

    @DatabaseTest
    void repeatsTheWholeTransactionIfASettingIsChangedInTheMiddle(TestDatabase database) {
        database.execute("CREATE TABLE old (id INT PRIMARY KEY)", "INSERT INTO old VALUES (2)");
        Migrator migrator = migrator(database, op -> {
            op.execute("INSERT INTO old VALUES (1)");
            op.execute("SET @marker = 1");
            op.execute("INSERT INTO old VALUES (2)");
        });

        assertThatThrownBy(() -> migrator.upgrade("head")).isInstanceOf(StatementFailedException.class);
        database.execute("DELETE FROM old WHERE id = 2");
        migrator.upgrade("head");

        assertThat(database.column("SELECT id FROM old ORDER BY id")).containsExactly("1", "2");
    }

    @DatabaseTest
    void resumesWithTheFailedStatementAfterTheRowsAreFixed(TestDatabase database) {
        twoRowsOfOneName(database);
        Migrator migrator = migrator(database, InterruptedRunTest::twoTablesAndAUniqueName);

        StatementFailedException failure =
                catchThrowableOfType(StatementFailedException.class, () -> migrator.upgrade("head"));
        assertThat(failure.serverCode()).isEqualTo(1062);
        assertThat(failure.statementNumber()).isEqualTo(3);
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(migrator.interrupted())
                .hasValueSatisfying(step -> assertThat(step.summary())
                        .startsWith("revision 1: 2 of 4 statements done, the 3rd failed: Duplicate entry 'x'"));
        assertThat(migrator.current()).isEmpty();

        database.execute("UPDATE old SET name = 'y' WHERE id = 2");
        assertThat(migrator.upgrade("head").after()).containsExactly("1");
        assertThat(database.tables()).containsExactly("a", "alembic_version", "c", "old");
        assertThat(migrator.interrupted()).isEmpty();
        assertThat(migrator.journal(JournalPage.oldestFirst(1_000)))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.state()).isEqualTo(EntryState.DONE);
                    assertThat(step.note()).startsWith("Statement 3 failed: Duplicate entry 'x'");
                    assertThat(step.done()).isEqualTo(4);
                });
    }

    @DatabaseTest
    void resumesWithTheEditedMigration(TestDatabase database) {
        twoRowsOfOneName(database);
        Migrator first = migrator(database, InterruptedRunTest::twoTablesAndAUniqueName);
        assertThatThrownBy(() -> first.upgrade("head")).isInstanceOf(StatementFailedException.class);

        migrator(database, op -> {
                    op.keepSeparate();
                    op.createTable("a", t -> t.column("name", varchar(20)));
                    op.addColumn("old", "b", integer());
                    op.createIndex("old", "ix_old_name", "name");
                })
                .upgrade("head");

        assertThat(database.tables()).containsExactly("a", "alembic_version", "old");
        assertThat(database.column("SELECT DISTINCT index_name FROM information_schema.statistics"
                        + " WHERE table_schema = DATABASE() AND table_name = 'old' ORDER BY 1"))
                .containsExactly("ix_old_name", "PRIMARY");
    }

    @DatabaseTest
    void rejectsAMigrationWhoseExecutedPartWasEdited(TestDatabase database) {
        twoRowsOfOneName(database);
        Migrator first = migrator(database, InterruptedRunTest::twoTablesAndAUniqueName);
        assertThatThrownBy(() -> first.upgrade("head")).isInstanceOf(StatementFailedException.class);

        Migrator edited = migrator(database, op -> op.createTable("z", t -> t.column("name", varchar(20))));

        assertThatThrownBy(() -> edited.upgrade("head"))
                .isInstanceOf(InterruptedRunException.class)
                .hasMessageContaining("CREATE TABLE `a`")
                .hasMessageContaining("CREATE TABLE `z`");
        assertThat(database.tables()).containsExactly("a", "alembic_version", "old");
    }

    @DatabaseTest
    void revertsCompletedStatements(TestDatabase database) {
        twoRowsOfOneName(database);
        Migrator migrator = migrator(database, InterruptedRunTest::twoTablesAndAUniqueName);
        assertThatThrownBy(() -> migrator.upgrade("head")).isInstanceOf(StatementFailedException.class);

        migrator.abort();

        assertThat(database.tables()).containsExactly("alembic_version", "old");
        assertThat(database.column("SELECT column_name FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND table_name = 'old' ORDER BY 1"))
                .containsExactly("id", "name");
        assertThat(migrator.interrupted()).isEmpty();
        assertThat(migrator.journal(JournalPage.oldestFirst(1_000)))
                .extracting(JournalStep::action, JournalStep::state)
                .containsExactly(tuple(Action.UP, EntryState.ABORTED), tuple(Action.ABORT, EntryState.DONE));
        assertThat(migrator.journal(JournalPage.oldestFirst(1_000)).get(0).note())
                .startsWith("Statement 3 failed: Duplicate entry 'x'")
                .endsWith("It is being reverted. It was reverted.");
    }

    @DatabaseTest
    void anUpgradeCompletesAFailedAbortFirst(TestDatabase database) {
        twoRowsOfOneName(database);
        Migrator migrator = migrator(database, op -> {
            op.createTable("a", t -> {
                t.column("id", integer()).notNull();
                t.primaryKey("id");
            });
            op.createTable("b", t -> t.column("id", integer()));
            op.addUniqueConstraint("old", "uq_old_name", "name");
        });
        assertThatThrownBy(() -> migrator.upgrade("head")).isInstanceOf(StatementFailedException.class);
        database.execute("CREATE TABLE child (id INT, FOREIGN KEY (id) REFERENCES a (id))");
        assertThatThrownBy(migrator::abort)
                .isInstanceOf(StatementFailedException.class)
                .hasMessageStartingWith("Migration 1 failed while it was being reverted, at statement 2 of 2: ")
                .hasMessageEndingWith(
                        "Statement: DROP TABLE `a`. It was not executed. Statement 1 is committed. Fix the cause"
                                + " and run abort again: it resumes at this statement, and nothing is executed twice. If that is"
                                + " not possible, revert the rest by hand, and record that with abort --cleaned-up.");
        assertThat(database.tables()).containsExactly("a", "alembic_version", "child", "old");

        database.execute("DROP TABLE child", "UPDATE old SET name = 'y' WHERE id = 2");
        RunResult result = migrator.upgrade("head");

        assertThat(database.tables()).containsExactly("a", "alembic_version", "b", "old");
        assertThat(result.steps()).hasSize(1);
        assertThat(migrator.interrupted()).isEmpty();
        assertThat(migrator.journal(JournalPage.oldestFirst(1_000)))
                .extracting(JournalStep::action, JournalStep::state, JournalStep::done)
                .containsExactly(
                        tuple(Action.UP, EntryState.ABORTED, 2),
                        tuple(Action.ABORT, EntryState.DONE, 2),
                        tuple(Action.UP, EntryState.DONE, 3));
    }

    @DatabaseTest
    void reportsStatementsThatCannotBeReverted(TestDatabase database) {
        twoRowsOfOneName(database);
        Migrator migrator = migrator(database, op -> {
            op.createTable("a", t -> t.column("name", varchar(20)));
            op.execute("INSERT INTO a VALUES ('x')");
            op.addUniqueConstraint("old", "uq_old_name", "name");
        });
        assertThatThrownBy(() -> migrator.upgrade("head")).isInstanceOf(StatementFailedException.class);

        assertThatThrownBy(migrator::abort)
                .isInstanceOf(InterruptedRunException.class)
                .hasMessageContaining("INSERT INTO a")
                .hasMessageContaining("Nothing was changed");
        assertThat(database.tables()).containsExactly("a", "alembic_version", "old");
    }

    /** The journal identifies Java code by its description, so two pieces with the same one could be exchanged unnoticed. */
    @DatabaseTest(one = true)
    void piecesOfJavaCodeWithTheSameDescriptionAreRejected(TestDatabase database) {
        Migrator migrator = migrator(database, op -> {
            op.createTable("a", t -> t.column("name", varchar(20)));
            op.run("fill", connection -> {});
            op.run("fill", connection -> {});
        });

        assertThatThrownBy(() -> migrator.upgrade("head"))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("Two pieces of Java code have the description \"fill\"")
                .hasMessageContaining("Nothing was changed.");
        assertThat(database.tables()).isEmpty();
    }

    @DatabaseTest(one = true)
    void theDifferenceBetweenLongStatementsIsShown(TestDatabase database) {
        twoRowsOfOneName(database);
        Migrator first = migrator(database, op -> {
            op.execute("CREATE TABLE a (id INT COMMENT '" + "long ".repeat(150) + "first')");
            op.addUniqueConstraint("old", "uq_old_name", "name");
        });
        assertThatThrownBy(() -> first.upgrade("head")).isInstanceOf(StatementFailedException.class);

        Migrator second = migrator(
                database, op -> op.execute("CREATE TABLE a (id INT COMMENT '" + "long ".repeat(150) + "second')"));

        assertThatThrownBy(() -> second.upgrade("head"))
                .isInstanceOf(InterruptedRunException.class)
                .hasMessageContaining("long first') and is now: …")
                .hasMessageContaining("long second')");
        assertThatThrownBy(second::abort).isInstanceOf(InterruptedRunException.class);
        assertThatThrownBy(() -> second.markAborted(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @DatabaseTest
    void failedJavaCodeIsRolledBack(TestDatabase database) {
        database.execute("CREATE TABLE old (id INT PRIMARY KEY)");
        Migrator migrator = migrator(
                database,
                op -> op.run("a row and a failure", connection -> {
                    try (java.sql.Statement statement = connection.createStatement()) {
                        statement.execute("INSERT INTO old VALUES (1)");
                    }
                    throw new SQLException("the network of another service");
                }));

        StatementFailedException failure =
                catchThrowableOfType(StatementFailedException.class, () -> migrator.upgrade("head"));

        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(database.column("SELECT id FROM old")).isEmpty();
        assertThat(migrator.interrupted())
                .hasValueSatisfying(step -> assertThat(step.state()).isEqualTo(EntryState.FAILED));
    }

    /** It has committed, so its effects remain, and repeating it would duplicate them. */
    @DatabaseTest
    void javaCodeThatCommittedAndFailedIsInDoubt(TestDatabase database) {
        database.execute("CREATE TABLE old (id INT)");
        Migrator migrator = migrator(
                database,
                op -> op.run("a row, a table and a failure", connection -> {
                    try (java.sql.Statement statement = connection.createStatement()) {
                        statement.execute("INSERT INTO old VALUES (1)");
                        statement.execute("CREATE TABLE other (id INT)");
                    }
                    throw new SQLException("the network of another service");
                }));

        StatementFailedException failure =
                catchThrowableOfType(StatementFailedException.class, () -> migrator.upgrade("head"));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThatThrownBy(() -> migrator.upgrade("head")).isInstanceOf(StatementOutcomeUnknownException.class);
        assertThat(database.column("SELECT id FROM old")).containsExactly("1");
        migrator.resolve(StatementOutcome.DONE);
        assertThat(migrator.upgrade("head").after()).containsExactly("1");
        assertThat(database.column("SELECT id FROM old")).containsExactly("1");
        assertThat(migrator.journal(JournalPage.oldestFirst(1_000))
                        .get(0)
                        .statements()
                        .get(0)
                        .note())
                .contains("resolved manually: done");
    }

    /** The settings before it belong to the session and do not have to be reverted. */
    @DatabaseTest
    void aRoutineThatWasNotCreatedIsNotReverted(TestDatabase database) {
        database.execute("CREATE PROCEDURE p() SELECT 1");
        Routine routine = new Routine(
                Routine.Kind.PROCEDURE, "p", "() SELECT 2", new CreationContext("ANSI", "latin1", "latin1_bin"));
        Migrator migrator = migrator(database, op -> {
            op.createTable("a", t -> t.column("name", varchar(20)));
            op.createRoutine(routine);
        });
        assertThatThrownBy(() -> migrator.upgrade("head"))
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("already exists");

        migrator.abort();

        assertThat(database.tables()).containsExactly("alembic_version");
    }

    /** A run that resumes in a new session must not differ from one that was never interrupted. */
    @DatabaseTest
    void aFailedStepWithoutItsMigrationIsDiscardedIfItChangedNothing(TestDatabase database) {
        Migrator failing = migrator(database, op -> op.execute("INSERT INTO missing VALUES (1)"));
        assertThatThrownBy(() -> failing.upgrade("head")).isInstanceOf(StatementFailedException.class);
        Migrator without = Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Renamed())
                .build();

        assertThatThrownBy(() -> without.upgrade("head"))
                .isInstanceOf(InterruptedRunException.class)
                .hasMessageContaining("No statement of the step was executed")
                .hasMessageContaining("discard the step with abort");
        assertThat(without.abort().revision()).isEqualTo("1");

        assertThat(without.interrupted()).isEmpty();
        assertThat(without.upgrade("head").after()).containsExactly("renamed");
    }

    @DatabaseTest
    void aStepWithoutItsMigrationIsNotDiscardedIfItChangedSomething(TestDatabase database) {
        Migrator failing = migrator(database, op -> {
            op.execute("CREATE TABLE half (id INT)");
            op.execute("INSERT INTO missing VALUES (1)");
        });
        assertThatThrownBy(() -> failing.upgrade("head")).isInstanceOf(StatementFailedException.class);
        Migrator without = Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Renamed())
                .build();

        assertThatThrownBy(without::abort)
                .isInstanceOf(InterruptedRunException.class)
                .hasMessageContaining("revert by hand what the journal shows as executed")
                .hasMessageContaining("abort --cleaned-up");
        database.execute("DROP TABLE half");
        assertThat(without.markAborted("dropped half").revision()).isEqualTo("1");

        assertThat(without.upgrade("head").after()).containsExactly("renamed");
    }

    @Revision(id = "renamed", message = "the migration after it was renamed")
    static final class Renamed implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("CREATE TABLE renamed (id INT)");
        }
    }

    @DatabaseTest
    void everyStepStartsWithTheSameSession(TestDatabase database) {
        Second second = new Second();
        Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Given(op -> op.scriptText("SET foreign_key_checks = 0; SET NAMES latin1;")), second)
                .build()
                .upgrade("head");

        assertThat(second.seen).isEqualTo("1 utf8mb4");
    }

    @Revision(id = "2", parents = "1", message = "what it finds")
    static final class Second implements Migration {
        private String seen = "";

        @Override
        public void up(Operations op) {
            op.run("look", connection -> {
                try (java.sql.Statement statement = connection.createStatement();
                        java.sql.ResultSet result =
                                statement.executeQuery("SELECT CONCAT(@@SESSION.foreign_key_checks + 0, ' ',"
                                        + " @@SESSION.character_set_client)")) {
                    result.next();
                    seen = result.getString(1);
                }
            });
        }

        @Override
        public void down(Operations op) {}
    }
}
