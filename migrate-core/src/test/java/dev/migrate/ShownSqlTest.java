package dev.migrate;

import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.StatementFailedException;
import dev.migrate.event.RunListener;
import dev.migrate.journal.JournalPage;
import dev.migrate.journal.JournalStatement;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.model.Model;
import dev.migrate.operation.Operations;
import dev.migrate.plan.Direction;
import dev.migrate.plan.Step;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** What is shown as SQL is the SQL that runs, also where it repeats the current definition of a column. */
class ShownSqlTest {

    private static final String TABLE =
            "CREATE TABLE t (a INT NULL DEFAULT 3 COMMENT 'of a', b VARCHAR(9) NULL DEFAULT 'x', c INT NULL)";

    @Revision(id = "1", message = "two changes that are merged, then another one")
    static final class Changes implements Migration {
        @Override
        public void up(Operations op) {
            op.alterColumn("t", "a", c -> c.notNull());
            op.alterColumn("t", "b", c -> c.type(varchar(20)));
            op.execute("UPDATE t SET c = 1");
            op.alterColumn("t", "c", c -> c.notNull().comment("of c"));
        }

        @Override
        public void down(Operations op) {}
    }

    private static final class Shown implements RunListener {
        private final List<String> statements = new ArrayList<>();

        @Override
        public void statementStarted(Step step, int number, String text) {
            statements.add(text);
        }
    }

    private static Migrator migrator(TestDatabase database, Shown shown) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .listener(shown)
                .migrations(new Changes())
                .build();
    }

    private static List<List<@Nullable String>> definition(TestDatabase database) {
        return database.query("SHOW CREATE TABLE t");
    }

    private static List<String> journal(Migrator migrator) {
        return migrator.journal(JournalPage.newestFirst(1)).get(0).statements().stream()
                .map(JournalStatement::text)
                .toList();
    }

    @DatabaseTest
    void listenersAndTheJournalShowTheExecutedStatements(TestDatabase database) {
        database.execute(TABLE, "INSERT INTO t VALUES (1, 'y', 2)");
        Shown shown = new Shown();
        Migrator migrator = migrator(database, shown);
        List<String> planned = migrator.plan(Direction.UP).steps().get(0).sql();

        migrator.upgrade("head");

        assertThat(planned).isEqualTo(shown.statements);
        List<List<@Nullable String>> migrated = definition(database);
        assertThat(shown.statements).hasSize(3).isEqualTo(journal(migrator));
        assertThat(shown.statements.get(0)).contains("`a`", "`b`", "'of a'");
        database.execute("DROP TABLE t", TABLE, "INSERT INTO t VALUES (1, 'y', 2)");
        database.execute(shown.statements.toArray(String[]::new));
        assertThat(definition(database)).isEqualTo(migrated);
    }

    @DatabaseTest(oneOfEachProduct = true)
    void theJournalShowsAFailedStatementAsItWasExecuted(TestDatabase database) {
        database.execute(TABLE, "INSERT INTO t VALUES (NULL, 'y', 2)");
        Shown shown = new Shown();
        Migrator migrator = migrator(database, shown);

        assertThatThrownBy(() -> migrator.upgrade("head"))
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("'of a'");

        assertThat(journal(migrator)).isEqualTo(shown.statements);
        database.execute("UPDATE t SET a = 1");
        assertThat(migrator.upgrade("head").after()).containsExactly("1");
        assertThat(journal(migrator)).hasSize(3).noneMatch(text -> text.contains("/*"));
    }

    @DatabaseTest
    void aComparisonShowsTheStatementsThatWouldRun(TestDatabase database, @TempDir Path folder) throws IOException {
        database.execute(TABLE);
        Path script = Files.writeString(
                folder.resolve("schema.sql"),
                "CREATE TABLE t (a INT NOT NULL DEFAULT 3 COMMENT 'of a', b VARCHAR(20) NULL DEFAULT 'x', c INT NULL);");
        Migrator migrator = Migrator.builder()
                .dataSource(database.dataSource())
                .model(Model.ofScript(script))
                .build();

        List<String> statements =
                migrator.authoring().toSql(migrator.authoring().diff());

        assertThat(statements).isNotEmpty().noneMatch(text -> text.contains("/*"));
        database.execute(statements.toArray(String[]::new));
        assertThat(migrator.authoring().diff().changes()).isEmpty();
    }
}
