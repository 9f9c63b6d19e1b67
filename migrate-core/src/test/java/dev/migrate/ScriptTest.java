package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.error.Outcome;
import dev.migrate.error.StatementFailedException;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
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
    void runsNothingIfAScriptIsEmptyOrMissing(TestDatabase database) {
        assertThat(catchThrowableOfType(
                        InvalidMigrationException.class,
                        () -> migrator(database, op -> op.scriptText("-- later; or never\n/* ; */;"))
                                .upgrade("head")))
                .hasMessageContaining("it contains no statement");
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

    private static List<@Nullable String> row(@Nullable String... values) {
        return Arrays.asList(values);
    }
}
