package dev.migrate;

import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mysql.cj.jdbc.MysqlDataSource;
import dev.migrate.error.ConnectionFailedException;
import dev.migrate.error.RevisionException;
import dev.migrate.error.StatementFailedException;
import dev.migrate.event.CompletedStep;
import dev.migrate.event.EndedRun;
import dev.migrate.event.RunListener;
import dev.migrate.event.StartedRun;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.plan.Direction;
import dev.migrate.plan.Step;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The events of the start and of the end of a run. */
class RunEventsTest {

    @Revision(id = "1", message = "create a table")
    static final class Table implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("t", t -> t.column("id", integer()));
        }
    }

    @Revision(id = "2", parents = "1", message = "insert two rows, the second one into a table that may be missing")
    static final class Rows implements Migration {
        @Override
        public void up(Operations op) {
            op.keepSeparate();
            op.executeReversible("INSERT INTO t VALUES (1)", "DELETE FROM t");
            op.executeReversible("INSERT INTO other VALUES (1)", "DELETE FROM other");
        }
    }

    @Revision(id = "3", parents = "2", message = "create another table")
    static final class Last implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("last", t -> t.column("id", integer()));
        }
    }

    private static final class Events implements RunListener {
        private final List<String> names = new ArrayList<>();
        private final List<EndedRun> ended = new ArrayList<>();

        @Override
        public void runStarted(StartedRun run) {
            names.add("start " + run.direction() + " " + run.targets());
        }

        @Override
        public void runEnded(EndedRun run) {
            names.add("end " + run.isSuccessful());
            ended.add(run);
        }

        @Override
        public void stepStarted(Step step, int done, int statements) {
            names.add("step " + step.revision().id());
        }

        private EndedRun last() {
            return ended.get(ended.size() - 1);
        }
    }

    private final Events events = new Events();

    private Migrator migrator(TestDatabase database, Migration... migrations) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(migrations)
                .listener(events)
                .build();
    }

    private static List<String> revisions(EndedRun run) {
        return run.steps().stream()
                .map(CompletedStep::revision)
                .map(revision -> revision.id())
                .toList();
    }

    @DatabaseTest
    void everyRunIsReported(TestDatabase database) {
        Migrator migrator = migrator(database, new Table());

        RunResult result = migrator.upgrade();
        assertThat(events.last().steps()).isEqualTo(result.steps()).hasSize(1);
        assertThat(events.last().elapsed()).isPositive();
        migrator.upgrade("head");
        assertThat(events.last().steps()).isEmpty();
        migrator.downgrade("base");
        assertThat(events.last().steps()).hasSize(1);

        assertThat(events.ended).allMatch(run -> run.isSuccessful() && !run.isResumption());
        assertThat(events.ended)
                .extracting(run -> run.start().direction())
                .containsExactly(Direction.UP, Direction.UP, Direction.DOWN);
        assertThat(events.names)
                .containsExactly(
                        "start UP []",
                        "step 1",
                        "end true",
                        "start UP [head]",
                        "end true",
                        "start DOWN [base]",
                        "step 1",
                        "end true");
    }

    @DatabaseTest
    void aFailureAndItsRepairAreReported(TestDatabase database) {
        Migrator migrator = migrator(database, new Table(), new Rows(), new Last());

        Throwable failure = catchThrowable(() -> migrator.upgrade("head"));

        assertThat(failure).isInstanceOf(StatementFailedException.class);
        assertThat(events.last().failure()).isSameAs(failure);
        assertThat(events.last().isSuccessful()).isFalse();
        assertThat(events.last().isResumption()).isFalse();
        assertThat(revisions(events.last())).containsExactly("1");

        assertThat(catchThrowable(() -> migrator.upgrade("head")))
                .isSameAs(events.last().failure());
        assertThat(events.last().isResumption()).isTrue();
        assertThat(revisions(events.last())).isEmpty();

        database.execute("CREATE TABLE other (id INT)");
        migrator.upgrade("head");

        assertThat(events.last().isSuccessful()).isTrue();
        assertThat(events.last().isResumption()).isTrue();
        assertThat(revisions(events.last())).containsExactly("2", "3");
        assertThat(database.column("SELECT id FROM t")).containsExactly("1");
    }

    @DatabaseTest(one = true)
    void anUnknownTargetIsAFailedRun(TestDatabase database) {
        Migrator migrator = migrator(database, new Table());

        assertThatThrownBy(() -> migrator.upgrade("missing")).isInstanceOf(RevisionException.class);

        assertThat(events.names).containsExactly("start UP [missing]", "end false");
        assertThat(events.last().failure()).isInstanceOf(RevisionException.class);
    }

    @Test
    void aServerThatCannotBeReachedIsAFailedRun() {
        MysqlDataSource nothing = new MysqlDataSource();
        nothing.setUrl("jdbc:mysql://127.0.0.1:1/shop?connectTimeout=1000");
        Migrator migrator = Migrator.builder()
                .dataSource(nothing)
                .migrations(new Table())
                .listener(events)
                .build();

        assertThatThrownBy(migrator::upgrade).isInstanceOf(ConnectionFailedException.class);

        assertThat(events.names).containsExactly("start UP []", "end false");
    }

    /** So a listener may use the database, for instance to start the next run. */
    @DatabaseTest
    void theLockIsReleasedAtTheEnd(TestDatabase database) {
        database.execute("CREATE TABLE other (id INT)");
        List<RunResult> next = new ArrayList<>();
        Migrator following = Migrator.builder()
                .dataSource(database.dataSource())
                .lockTimeout(Duration.ZERO)
                .migrations(new Table(), new Rows())
                .build();
        Migrator migrator = Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Table())
                .listener(new RunListener() {
                    @Override
                    public void runEnded(EndedRun run) {
                        next.add(following.upgrade("head"));
                    }
                })
                .build();

        migrator.upgrade("head");

        assertThat(next)
                .singleElement()
                .satisfies(run -> assertThat(run.after()).containsExactly("2"));
    }

    @DatabaseTest
    void aFailingListenerDoesNotMaskTheFailure(TestDatabase database) {
        Migrator migrator = Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Table(), new Rows())
                .listener(new MigrationCodeTest.FailingListener(() -> new AssertionError("listener")))
                .listener(events)
                .build();

        assertThatThrownBy(() -> migrator.upgrade("head")).isInstanceOf(StatementFailedException.class);

        assertThat(events.names).containsExactly("start UP [head]", "step 1", "step 2", "end false");
    }
}
