package dev.migrate;

import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migrate.error.HistoryException;
import dev.migrate.error.InterruptedRunException;
import dev.migrate.error.MigrateException;
import dev.migrate.error.StatementFailedException;
import dev.migrate.journal.Action;
import dev.migrate.journal.JournalPage;
import dev.migrate.journal.JournalStep;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.plan.Direction;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A version table or a journal that was edited. */
class EditedHistoryTest {

    private static final String JOURNAL = "alembic_version_journal";

    @Revision(id = "1", message = "create a")
    static final class First implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("a", t -> t.column("id", integer()));
        }
    }

    @Revision(id = "2", parents = "1", message = "create b, and fail")
    static final class Second implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("b", t -> t.column("name", varchar(20)));
            op.addUniqueConstraint("old", "uq_old_name", "name");
        }
    }

    private static Migrator migrator(TestDatabase database) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new First(), new Second())
                .build();
    }

    /** Step 1 is done; the first statement of step 2 is done, the second one failed. */
    private static void failInTheMiddle(TestDatabase database) {
        database.execute(
                "CREATE TABLE old (id INT PRIMARY KEY, name VARCHAR(20))", "INSERT INTO old VALUES (1, 'x'), (2, 'x')");
        assertThatThrownBy(() -> migrator(database).upgrade("head")).isInstanceOf(StatementFailedException.class);
    }

    private static Map<String, List<String>> edits() {
        Map<String, List<String>> edits = new TreeMap<>();
        edits.put("the column state contains \"BROKEN\"", List.of(update("state = 'BROKEN'", 2, 0)));
        edits.put("the column state contains \"\"", List.of(update("state = ''", 2, 1)));
        edits.put("the column action contains \"SIDEWAY\"", List.of(update("action = 'SIDEWAY'", 2, 0)));
        edits.put("(stamp of 2) cannot be interrupted", List.of(update("action = 'STAMP'", 2, 0)));
        edits.put("(abort of 2) cannot be interrupted", List.of(update("action = 'ABORT'", 2, 0)));
        edits.put("the row of the step itself (statement 0) is missing", List.of(update("statement = 7", 2, 0)));
        edits.put("the revision is 9, but that of the step is 2", List.of(update("revision = '9'", 2, 1)));
        edits.put("a statement before it is not done or missing", List.of(update("statement = 9", 2, 1)));
        edits.put("the column statement contains \"4294967295\"", List.of(update("statement = 4294967295", 2, 2)));
        edits.put("the column statements contains \"4294967295\"", List.of(update("statements = 4294967295", 2, 0)));
        edits.put(
                "the column elapsed_us contains \"18446744073709551615\"",
                List.of(update("elapsed_us = 18446744073709551615", 2, 1)));
        edits.put(
                "the column connection_id contains \"18446744073709551615\"",
                List.of(update("connection_id = 18446744073709551615", 2, 0)));
        edits.put(
                "the column step contains \"9223372036854775807\"",
                List.of("UPDATE " + JOURNAL + " SET step = 9223372036854775807 WHERE step = 2"));
        edits.put("the column parents contains \"1,,2\"", List.of(update("parents = '1,,2'", 2, 0)));
        edits.put("the column token contains \"x\"", List.of(update("token = 'x'", 2, 1)));
        edits.put(
                "the column text is NULL",
                List.of("ALTER TABLE " + JOURNAL + " MODIFY text MEDIUMTEXT NULL", update("text = NULL", 2, 0)));
        edits.put(
                "the column hash is NULL",
                List.of("ALTER TABLE " + JOURNAL + " MODIFY hash CHAR(64) NULL", update("hash = NULL", 2, 1)));
        edits.put(
                "the column state is NULL",
                List.of("ALTER TABLE " + JOURNAL + " MODIFY state VARCHAR(8) NULL", update("state = NULL", 2, 0)));
        edits.put(
                "the column started_at contains \"0000-00-00 00:00:00.000000\"",
                List.of("SET sql_mode = ''", update("started_at = 0", 2, 0)));
        edits.put(
                "the column started_at is NULL",
                List.of(
                        "ALTER TABLE " + JOURNAL + " MODIFY started_at DATETIME(6) NULL",
                        update("started_at = NULL", 2, 0)));
        edits.put("was written by a newer version of Migrate (format 2", List.of(update("format = 2", 2, 1)));
        return edits;
    }

    private static String update(String change, int step, int statement) {
        return "UPDATE " + JOURNAL + " SET " + change + " WHERE step = " + step + " AND statement = " + statement;
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aRowThatCannotBeReadIsNamed(TestDatabase database) {
        failInTheMiddle(database);
        database.execute("CREATE TABLE saved AS SELECT * FROM " + JOURNAL);
        edits().forEach((problem, edit) -> {
            database.execute(edit.toArray(String[]::new));

            for (Consumer<Migrator> request : List.<Consumer<Migrator>>of(
                    migrator -> migrator.upgrade("head"), Migrator::abort, migrator -> migrator.stamp("1"))) {
                assertThat(catchThrowable(() -> request.accept(migrator(database))))
                        .as(problem)
                        .isInstanceOf(HistoryException.class)
                        .hasMessageContaining(JOURNAL)
                        .hasMessageContaining(problem)
                        .hasMessageContaining("Nothing was changed.");
            }
            for (Consumer<Migrator> request : List.<Consumer<Migrator>>of(
                    migrator -> migrator.journal(JournalPage.oldestFirst(9)), Migrator::interrupted, Migrator::check)) {
                Throwable failure = catchThrowable(() -> request.accept(migrator(database)));
                assertThat(failure == null || failure instanceof MigrateException)
                        .as("%s: %s", problem, failure)
                        .isTrue();
            }
            database.execute("DELETE FROM " + JOURNAL, "INSERT INTO " + JOURNAL + " SELECT * FROM saved");
        });

        assertThat(migrator(database).abort().revision()).isEqualTo("2");
        assertThat(database.tables()).containsExactly("a", "alembic_version", "old", "saved");
    }

    @DatabaseTest(one = true)
    void aHashThatDoesNotFitItsTextIsReported(TestDatabase database) {
        failInTheMiddle(database);
        database.execute(update("hash = REPEAT('0', 64)", 2, 1));

        assertThatThrownBy(() -> migrator(database).upgrade("head"))
                .isInstanceOf(InterruptedRunException.class)
                .hasMessageContaining("its statement 1 was: CREATE TABLE `b`")
                .hasMessageContaining("is now: the same as far as the journal stores it")
                .hasMessageContaining("the journal was edited")
                .hasMessageContaining("abort --cleaned-up");
    }

    @DatabaseTest(one = true)
    void aMissingStepBetweenInterruptedOnesIsReported(TestDatabase database) {
        failInTheMiddle(database);
        database.execute("INSERT INTO " + JOURNAL + " SELECT 4, 0, format, '3', action, 'STARTED', text, hash, parents,"
                + " depends_on, statements, state_before, token, started_at, elapsed_us, note, account, process,"
                + " connection_id, library_version, changed_at FROM " + JOURNAL + " WHERE step = 2 AND statement = 0");

        assertThatThrownBy(() -> migrator(database).upgrade("head"))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("the step 4 (up of 3) cannot be interrupted after the steps before it");
    }

    @DatabaseTest(one = true)
    void anEmptiedVersionTableIsNoticed(TestDatabase database) {
        Migrator migrator = migrator(database);
        database.execute("CREATE TABLE old (name VARCHAR(20))");
        migrator.upgrade("head");
        for (String loss : List.of("DELETE FROM alembic_version", "DROP TABLE alembic_version")) {
            database.execute(loss);

            for (Throwable failure : List.of(
                    catchThrowable(() -> migrator.upgrade("head")),
                    catchThrowable(() -> migrator.downgrade("base")),
                    catchThrowable(() -> migrator.plan(Direction.UP, "head")),
                    catchThrowable(() -> migrator.toSql(Direction.UP, "head")))) {
                assertThat(failure)
                        .isInstanceOf(HistoryException.class)
                        .hasMessageContaining("is empty, but according to the journal, the database is at 2.")
                        .hasMessageContaining("restore the rows with stamp: stamp 2.")
                        .hasMessageContaining("stamp base");
            }
            assertThat(migrator.check().journalOnly()).containsExactly("2");
            assertThat(migrator.check().isUpToDate()).isFalse();
            assertThat(migrator.current()).isEmpty();

            migrator.stamp("2");
            assertThat(migrator.upgrade("head").steps()).isEmpty();
            assertThat(migrator.check().isUpToDate()).isTrue();
        }
    }

    @DatabaseTest(one = true)
    void anEmptiedVersionTableOfARevertedDatabaseIsConfirmedByAStamp(TestDatabase database) {
        Migrator migrator = migrator(database);
        database.execute("CREATE TABLE old (name VARCHAR(20))");
        migrator.upgrade("head");
        database.execute("DELETE FROM alembic_version", "DROP TABLE a, b", "ALTER TABLE old DROP INDEX uq_old_name");

        migrator.stamp("base");

        assertThat(migrator.journal(JournalPage.newestFirst(2)))
                .extracting(JournalStep::action)
                .containsExactly(Action.UNSTAMP, Action.UNSTAMP);
        assertThat(migrator.check().journalOnly()).isEmpty();
        assertThat(migrator.upgrade("head").after()).containsExactly("2");
    }

    /** An older version of the application does not have all revisions. */
    @DatabaseTest(one = true)
    void aPurgeIsRecordedForUnknownRevisions(TestDatabase database) {
        database.execute("CREATE TABLE old (name VARCHAR(20))");
        migrator(database).upgrade("head");
        Migrator older = Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new First())
                .build();
        database.execute("DROP TABLE a, b");

        older.stamp(StampMode.PURGE, "base");

        assertThat(older.check().journalOnly()).isEmpty();
        assertThat(older.upgrade("head").after()).containsExactly("1");
    }

    @DatabaseTest(one = true)
    void aDowngradedDatabaseIsNotMistakenForAnEmptiedOne(TestDatabase database) {
        Migrator migrator = migrator(database);
        database.execute("CREATE TABLE old (name VARCHAR(20))");
        migrator.upgrade("head");

        migrator.downgrade("base");

        assertThat(migrator.check().journalOnly()).isEmpty();
        assertThat(migrator.upgrade("head").after()).containsExactly("2");
    }

    @DatabaseTest(one = true)
    void aPurgeNamesWhatItDoesNotRevert(TestDatabase database) {
        failInTheMiddle(database);

        StampResult result = migrator(database).stamp(StampMode.PURGE, "1");

        assertThat(result.notReverted()).singleElement().satisfies(step -> {
            assertThat(step.revision()).isEqualTo("2");
            assertThat(step.done()).isEqualTo(1);
        });
        assertThat(migrator(database).journal(JournalPage.newestFirst(1)).get(0).note())
                .endsWith("The version table was purged. The executed statements were not reverted.");
    }
}
