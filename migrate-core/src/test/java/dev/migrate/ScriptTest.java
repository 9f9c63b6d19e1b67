package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.error.InterruptedRunException;
import dev.migrate.error.InvalidMigrationException;
import dev.migrate.error.Outcome;
import dev.migrate.error.StatementFailedException;
import dev.migrate.error.StatementOutcomeUnknownException;
import dev.migrate.journal.StatementOutcome;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.plan.Direction;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The effect of scripts on a database. */
class ScriptTest {

    @Revision(id = "001", message = "a script")
    private record Scripted(Consumer<Operations> script) implements Migration {
        @Override
        public void up(Operations op) {
            script.accept(op);
        }

        @Override
        public void down(Operations op) {
            op.scriptText("""
                DROP PROCEDURE IF EXISTS rename_entry;
                DROP TABLE log; DROP TABLE entry; -- and its trigger
                """);
        }
    }

    private static Migrator migrator(TestDatabase database, Consumer<Operations> script) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Scripted(script))
                .build();
    }

    @DatabaseTest
    void runsAScriptLikeTheClient(TestDatabase database) {
        Migrator migrator = migrator(database, op -> op.script(ScriptTest.class, "bookings.sql"));

        RunResult result = migrator.upgrade("head");

        assertThat(result.steps()).extracting(step -> step.statements()).containsExactly(13);
        assertThat(database.query("SELECT id, note, `odd;name`, changes FROM entry ORDER BY id"))
                .containsExactly(
                        row("11", "$$ // ;", null, "1"),
                        row("12", "it's\\", null, "0"),
                        row("13", "-- \"no\" comment", null, "0"),
                        row("14", "/* # */", "2", "0"),
                        row("15", "two\nlines;", "6", "0"),
                        row("16", "it's; -- nothing", null, "0"),
                        row("17", "😀; é", null, "0"));
        assertThat(database.query("SELECT * FROM log")).containsExactly(row("11", "a;b -> $$ // ;"));
        assertThat(database.column("SELECT table_comment FROM information_schema.tables WHERE table_schema = DATABASE()"
                        + " AND table_name = 'entry'"))
                .containsExactly("a \"bookings\"; no more");

        migrator.downgrade("base");

        assertThat(database.tables()).containsExactly("alembic_version");
    }

    @DatabaseTest
    void runsNothingIfAScriptCannotBeSplit(TestDatabase database) {
        Migrator migrator =
                migrator(database, op -> op.scriptText("CREATE TABLE a (b INT);\nINSERT INTO a VALUES ('1);"));

        InvalidMigrationException failure =
                catchThrowableOfType(InvalidMigrationException.class, () -> migrator.upgrade("head"));

        assertThat(failure)
                .hasMessage("The script written in the migration cannot be split into statements: at line 2, column 23,"
                        + " a quote is not closed: '. Nothing was changed. Close it with another '.");
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(database.tables()).isEmpty();
    }

    @DatabaseTest
    void aScriptOfCommentsIsAStepWithoutStatements(TestDatabase database) {
        Migrator migrator = migrator(database, op -> op.scriptText("-- later; or never\n/* ; */;"));

        assertThat(migrator.upgrade("head").steps())
                .singleElement()
                .satisfies(step -> assertThat(step.statements()).isZero());
        assertThat(migrator.toSql(Direction.UP, "base:head").text()).contains("alembic_version", "'001'");
    }

    @DatabaseTest
    void runsNothingIfAScriptIsEmptyOrMissing(TestDatabase database) {
        assertThat(catchThrowableOfType(
                        InvalidMigrationException.class,
                        () -> migrator(database, op -> op.scriptText(" \n")).upgrade("head")))
                .hasMessageContaining("is empty");
        assertThat(catchThrowableOfType(
                        InvalidMigrationException.class,
                        () -> migrator(database, op -> op.script(ScriptTest.class, "no.sql"))
                                .upgrade("head")))
                .hasMessageContaining("There is no resource no.sql next to dev.migrate.ScriptTest");
        assertThat(database.tables()).isEmpty();
    }

    @DatabaseTest
    void reportsTheFailedStatementOfAScript(TestDatabase database) {
        Migrator migrator = migrator(
                database,
                op -> op.scriptText("CREATE TABLE a (b INT); INSERT INTO a VALUES (1);\nDROP TABLE missing;"));

        StatementFailedException failure =
                catchThrowableOfType(StatementFailedException.class, () -> migrator.upgrade("head"));

        assertThat(failure)
                .hasMessageContaining("at statement 3 of 3")
                .hasMessageContaining("Statement: DROP TABLE missing.")
                .hasMessageContaining("Statements 1 to 2 are committed.");
        assertThat(database.column("SELECT b FROM a")).containsExactly("1");
    }

    @DatabaseTest
    void savepointsAreThoseOfTheClient(TestDatabase database) {
        database.execute("CREATE TABLE a (id INT PRIMARY KEY)");

        migrator(
                        database,
                        op -> op.scriptText("START TRANSACTION; INSERT INTO a VALUES (1); SAVEPOINT s1;"
                                + " INSERT INTO a VALUES (2); ROLLBACK TO SAVEPOINT s1; COMMIT;"))
                .upgrade("head");

        assertThat(database.column("SELECT id FROM a")).containsExactly("1");
    }

    @DatabaseTest
    void runsNothingOfAScriptThatCouldNotBeResumed(TestDatabase database) {
        for (String script : List.of(
                "CREATE TABLE a (id INT); INSERT INTO a VALUES (1); SET @p = LAST_INSERT_ID(); ALTER TABLE a ADD b INT;"
                        + " INSERT INTO a (b) VALUES (@p)",
                "CREATE TABLE a (id INT); INSERT INTO a VALUES (@unknown)",
                "CREATE TABLE a (id INT); SAVEPOINT s; ROLLBACK TO s",
                "CREATE TABLE a (id INT); SELECT MAX(id) INTO @m FROM a; CREATE TABLE b AS SELECT @m AS m")) {
            InvalidMigrationException failure = catchThrowableOfType(
                    InvalidMigrationException.class,
                    () -> migrator(database, op -> op.scriptText(script)).upgrade("head"));

            assertThat(failure.reason()).isEqualTo(InvalidMigrationException.Reason.STATEMENT_NOT_ALLOWED);
            assertThat(failure.revision()).isEqualTo("001");
            assertThat(failure).hasMessageContaining("Nothing was changed.");
            assertThat(database.tables()).isEmpty();
        }
    }

    @DatabaseTest
    void aPreparedStatementIsPreparedAgainWhenTheStepResumes(TestDatabase database) {
        Migrator migrator = migrator(
                database,
                op -> op.scriptText("CREATE TABLE c (id INT PRIMARY KEY);"
                        + " SET @s = 'ALTER TABLE c ADD l INT, ADD CONSTRAINT f FOREIGN KEY (l) REFERENCES later (id)';"
                        + " PREPARE st FROM @s; EXECUTE st; DEALLOCATE PREPARE st"));
        assertThat(catchThrowableOfType(StatementFailedException.class, () -> migrator.upgrade("head"))
                        .statementNumber())
                .isEqualTo(4);

        database.execute("CREATE TABLE later (id INT PRIMARY KEY)");
        if (catchThrowable(() -> migrator.upgrade("head")) instanceof StatementOutcomeUnknownException) {
            migrator.resolve(StatementOutcome.NOT_DONE);
            migrator.upgrade("head");
        }

        assertThat(database.column("SELECT column_name FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND table_name = 'c' ORDER BY 1"))
                .containsExactly("id", "l");
    }

    @DatabaseTest
    void aResumedRunDoesNotReadAValueThatWasLost(TestDatabase database) {
        database.execute("CREATE TABLE a (id INT PRIMARY KEY)", "CREATE TABLE b (m INT)");
        String start = "INSERT INTO a VALUES (7); SELECT MAX(id) INTO @m FROM a; ";
        assertThat(catchThrowableOfType(
                                StatementFailedException.class,
                                () -> migrator(database, op -> op.scriptText(start + "ALTER TABLE missing ADD c INT"))
                                        .upgrade("head"))
                        .statementNumber())
                .isEqualTo(3);

        assertThat(catchThrowableOfType(
                                InterruptedRunException.class,
                                () -> migrator(database, op -> op.scriptText(start + "INSERT INTO b VALUES (@m)"))
                                        .upgrade("head"))
                        .reason())
                .isEqualTo(InterruptedRunException.Reason.SESSION_VALUE_LOST);
        migrator(database, op -> op.scriptText(start + "INSERT INTO b SELECT MAX(id) FROM a"))
                .upgrade("head");

        assertThat(database.column("SELECT m FROM b")).containsExactly("7");
    }

    private static List<@Nullable String> row(@Nullable String... values) {
        return Arrays.asList(values);
    }
}
