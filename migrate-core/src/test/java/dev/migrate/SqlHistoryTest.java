package dev.migrate;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.journal.JournalPage;
import dev.migrate.journal.JournalStatement;
import dev.migrate.journal.JournalStep;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.ScriptDialect;
import dev.migrate.provider.ServerVersion;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.Property;
import dev.migrate.testing.RandomChanges;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** The same history in Java and in SQL has the same schema and the same journal. */
class SqlHistoryTest {

    private static final int LIMIT = 100;

    @TempDir
    private Path folder = Path.of("");

    @Revision(id = "001", message = "a table")
    private static final class First implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("t", t -> {
                t.column("id", integer()).notNull();
                t.column("a", integer()).notNull().defaultValue(1).comment("a");
                t.column("b", integer());
                t.column("c", bigint()).comment("c");
                t.column("d", integer());
                t.primaryKey("id");
                t.index("ix_a", "a");
                t.uniqueConstraint("ix_cd", "c", "d");
            });
        }
    }

    @Revision(id = "002", parents = "001", message = "changes")
    private record Second(RandomChanges changes) implements Migration {
        @Override
        public void up(Operations op) {
            changes.record(op);
        }
    }

    /** What a history leaves behind. */
    private record Result(String table, List<String> journal) {}

    @DatabaseTest
    void isTheSameInJavaAndInSql(TestDatabase database) {
        Property.of(RandomChanges::of, changes -> Stream.<RandomChanges>empty()).holds(4, changes -> {
            Migrator java = Migrator.builder()
                    .dataSource(database.dataSource())
                    .migrations(new First(), new Second(changes))
                    .build();
            Result inJava = result(database, java);
            writeFiles(database, java);
            Migrator sql = Migrator.builder()
                    .dataSource(database.dataSource())
                    .sources(folder)
                    .build();

            assertThat(result(database, sql)).isEqualTo(inJava);
            sql.stamp("001");
            sql.downgrade("base");
            assertThat(database.tables()).containsExactly("alembic_version");
        });
    }

    private static Result result(TestDatabase database, Migrator migrator) {
        database.execute(
                "DROP TABLE IF EXISTS t",
                "DROP TABLE IF EXISTS alembic_version",
                "DROP TABLE IF EXISTS alembic_version_journal");
        migrator.upgrade("head");
        List<String> journal = migrator.journal(JournalPage.oldestFirst(LIMIT)).stream()
                .map(step -> step.revision() + " " + step.action() + " " + step.state() + " " + step.message() + " "
                        + step.parents() + " "
                        + step.statements().stream().map(JournalStatement::text).toList())
                .toList();
        return new Result(
                String.valueOf(database.query("SHOW CREATE TABLE t").get(0).get(1)), journal);
    }

    /** Writes the statements that a history has executed. */
    private void writeFiles(TestDatabase database, Migrator migrator) {
        ServerVersion server = DatabaseProviders.serverVersion(database.server().version());
        ScriptDialect dialect = DatabaseProviders.forServer(server).scriptDialect(server);
        for (JournalStep step : migrator.journal(JournalPage.oldestFirst(LIMIT))) {
            StringBuilder text = new StringBuilder("-- revision: " + step.revision())
                    .append("\n-- parents: " + String.join(", ", step.parents()))
                    .append("\n-- message: " + step.message())
                    .append("\n-- up\n");
            step.statements()
                    .forEach(statement ->
                            text.append(dialect.clientText(statement.text())).append('\n'));
            try {
                Files.writeString(folder.resolve(step.revision() + ".sql"), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
