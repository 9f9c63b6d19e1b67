package dev.migrate;

import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.error.StatementFailedException;
import dev.migrate.error.StatementOutcomeUnknownException;
import dev.migrate.journal.JournalPage;
import dev.migrate.journal.JournalStatement;
import dev.migrate.journal.StatementOutcome;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.util.List;
import java.util.Objects;

/** On servers without MySQL's GTIDs, each of these tests shows that a run fails before it changes anything. */
class GtidTokensTest {

    private static final String JOURNAL = "alembic_version_journal";

    @Revision(id = "1", message = "statements of every kind")
    static final class Filled implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("t", t -> {
                t.column("id", integer()).notNull();
                t.column("name", varchar(20)).comment("kept");
                t.primaryKey("id");
            });
            op.execute("INSERT INTO t VALUES (1, 'a')");
            op.alterColumn("t", "name", c -> c.type(varchar(30)));
            op.execute("TRUNCATE TABLE t");
            op.execute("ANALYZE TABLE t");
            op.run("a row", connection -> {
                try (java.sql.Statement statement = connection.createStatement()) {
                    statement.execute("INSERT INTO t VALUES (2, 'b')");
                }
            });
        }

        @Override
        public void down(Operations op) {
            op.dropTable("t");
        }
    }

    private static Migrator migrator(TestDatabase database) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Filled())
                .gtidTokens(true)
                .build();
    }

    private static boolean areOffered(TestDatabase database) {
        boolean isOn = database.query("SHOW GLOBAL VARIABLES LIKE 'gtid_mode'").stream()
                .anyMatch(row -> Objects.equals(row.get(1), "ON"));
        if (!isOn) {
            assertThatThrownBy(() -> migrator(database).upgrade("head"))
                    .isInstanceOf(ConnectionFailedException.class)
                    .hasMessageContaining("global transaction ids")
                    .hasMessageContaining("gtid_mode=ON");
            assertThat(database.tables()).isEmpty();
        }
        return isOn;
    }

    private static void makeItLookAsIfTheRunHadDiedAtTheTruncation(TestDatabase database) {
        database.execute(
                "DELETE FROM alembic_version",
                "DELETE FROM " + JOURNAL + " WHERE statement > 4",
                "UPDATE " + JOURNAL + " SET state = 'STARTED' WHERE statement IN (0, 4)");
    }

    @DatabaseTest
    void eachImplicitCommitHasAUniqueToken(TestDatabase database) {
        if (!areOffered(database)) {
            return;
        }
        migrator(database).upgrade("head");
        migrator(database).downgrade("base");
        migrator(database).upgrade("head");

        List<String> tokens = migrator(database).journal(JournalPage.oldestFirst(1_000)).stream()
                .flatMap(step -> step.statements().stream())
                .map(JournalStatement::token)
                .filter(Objects::nonNull)
                .toList();
        assertThat(tokens).hasSize(3 + 1 + 3).doesNotHaveDuplicates();
        assertThat(database.column("SELECT GTID_SUBSET('" + String.join(",", tokens) + "', @@GLOBAL.gtid_executed)"))
                .containsExactly("1");
        assertThat(database.column("SELECT name FROM t")).containsExactly("b");
    }

    @DatabaseTest
    void tokensDecideForStatementsWithoutObservableEffect(TestDatabase database) {
        if (!areOffered(database)) {
            return;
        }
        migrator(database).upgrade("head");
        makeItLookAsIfTheRunHadDiedAtTheTruncation(database);

        // The row is still there, and the code that adds it runs once more: the truncation in between did not run.
        assertThatThrownBy(() -> migrator(database).upgrade("head"))
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("statement 6 of 6")
                .hasMessageContaining("Duplicate entry '2'");
    }

    @DatabaseTest
    void uncommittedStatementsRunAgain(TestDatabase database) {
        if (!areOffered(database)) {
            return;
        }
        migrator(database).upgrade("head");
        makeItLookAsIfTheRunHadDiedAtTheTruncation(database);
        database.execute("UPDATE " + JOURNAL + " SET token = CONCAT(token, '99') WHERE statement = 4");

        migrator(database).upgrade("head");

        assertThat(database.column("SELECT name FROM t")).containsExactly("b");
    }

    @DatabaseTest
    void anEmptiedJournalStartsWithANewSource(TestDatabase database) {
        if (!areOffered(database)) {
            return;
        }
        migrator(database).upgrade("head");
        migrator(database).downgrade("base");
        String sources = "SELECT DISTINCT SUBSTRING_INDEX(token, ':', 1) FROM " + JOURNAL + " WHERE token IS NOT NULL";
        List<String> before = database.column(sources);
        database.execute("DELETE FROM " + JOURNAL);

        migrator(database).upgrade("head");

        assertThat(database.column("SELECT name FROM t")).containsExactly("b");
        assertThat(database.column(sources)).hasSize(1).doesNotContainAnyElementsOf(before);
    }

    @DatabaseTest
    void withoutTokensTheSameCrashHasToBeResolvedManually(TestDatabase database) {
        if (!areOffered(database)) {
            return;
        }
        Migrator plain = Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Filled())
                .build();
        plain.upgrade("head");
        makeItLookAsIfTheRunHadDiedAtTheTruncation(database);

        assertThatThrownBy(() -> plain.upgrade("head"))
                .isInstanceOf(StatementOutcomeUnknownException.class)
                .hasMessageContaining("statement 4")
                .hasMessageContaining("TRUNCATE TABLE t");
        plain.resolve(StatementOutcome.NOT_DONE);
        plain.upgrade("head");

        assertThat(database.column("SELECT name FROM t")).containsExactly("b");
    }
}
