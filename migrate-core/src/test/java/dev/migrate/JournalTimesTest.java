package dev.migrate;

import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.StatementFailedException;
import dev.migrate.journal.JournalPage;
import dev.migrate.journal.JournalStatement;
import dev.migrate.journal.JournalStep;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The times in the journal: nothing begins before what came before it has ended. */
class JournalTimesTest {

    private static final Duration PAUSE = Duration.ofMillis(200);

    @Revision(id = "001", message = "two tables")
    public static class Tables implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("a", t -> t.column("id", integer()));
            op.createTable("b", t -> t.column("id", integer()));
        }
    }

    @Revision(id = "002", parents = "001", message = "a slow statement")
    public static class Slow implements Migration {
        @Override
        public void up(Operations op) {
            op.addColumn("a", "n", integer());
            op.execute("INSERT INTO a SELECT SLEEP(0.2), 1");
            op.addColumn("b", "n", integer());
        }
    }

    @Revision(id = "003", parents = "002", message = "rows")
    public static class Rows implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("INSERT INTO a VALUES (1, 1)");
            op.addColumn("b", "m", integer());
        }
    }

    private static Migrator migrator(TestDatabase database) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Tables(), new Slow(), new Rows())
                .build();
    }

    @DatabaseTest
    void stepsAndStatementsFollowEachOther(TestDatabase database) {
        migrator(database).upgrade("head");

        List<JournalStep> steps = migrator(database).journal(JournalPage.oldestFirst(10));
        assertThat(steps).hasSize(3);
        Instant end = Instant.MIN;
        for (JournalStep step : steps) {
            assertThat(step.startedAt()).isAfterOrEqualTo(end);
            Instant statementEnd = step.startedAt();
            for (JournalStatement statement : step.statements()) {
                assertThat(statement.startedAt()).isAfterOrEqualTo(statementEnd);
                statementEnd = statement.startedAt().plus(statement.elapsed());
            }
            end = step.startedAt().plus(step.elapsed());
            assertThat(end).isAfterOrEqualTo(statementEnd);
        }
        assertThat(steps.get(1).statements().get(1).elapsed()).isGreaterThanOrEqualTo(PAUSE);
    }

    /** It would otherwise seem to have taken no longer than its last part. */
    @DatabaseTest
    void theTimeOfAResumedStepBeginsWithItsFirstStart(TestDatabase database) throws InterruptedException {
        migrator(database).upgrade("001");
        database.execute("ALTER TABLE b ADD COLUMN n INT");
        assertThatThrownBy(() -> migrator(database).upgrade("002")).isInstanceOf(StatementFailedException.class);
        Instant started = last(database).startedAt();
        database.execute("ALTER TABLE b DROP COLUMN n");
        Thread.sleep(PAUSE.toMillis());

        migrator(database).upgrade("002");

        assertThat(last(database).startedAt()).isEqualTo(started);
        assertThat(last(database).elapsed()).isGreaterThanOrEqualTo(PAUSE.multipliedBy(2));
    }

    private static JournalStep last(TestDatabase database) {
        return migrator(database).journal(JournalPage.newestFirst(1)).get(0);
    }
}
