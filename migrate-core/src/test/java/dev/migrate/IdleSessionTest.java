package dev.migrate;

import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.error.MigrateException;
import dev.migrate.event.CompletedStep;
import dev.migrate.event.RunListener;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.plan.Step;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Code of others that takes longer than the server lets the session of a run be idle. */
class IdleSessionTest {

    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(1);

    private static void takeLong() {
        try {
            Thread.sleep(IDLE_TIMEOUT.toMillis() * 2 + 200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A listener that takes long at the events of the first statement. */
    private static final class SlowListener implements RunListener {
        private final List<String> events = new ArrayList<>();

        @Override
        public void statementStarted(Step step, int number, String text) {
            events.add("statement " + number);
            if (number == 1) {
                takeLong();
            }
        }

        @Override
        public void statementDone(Step step, int number, Duration elapsed) {
            if (number == 1) {
                takeLong();
            }
        }

        @Override
        public void stepDone(CompletedStep step) {
            takeLong();
        }

        @Override
        public void reconnecting(MigrateException cause) {
            events.add("reconnecting");
        }
    }

    @Revision(id = "1", message = "create a, with a row")
    static final class First implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("a", t -> t.column("id", integer()));
            op.execute("INSERT INTO a VALUES (1)");
        }
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aSlowListenerDoesNotLoseTheSession(TestDatabase database) {
        SlowListener listener = new SlowListener();
        Migrator migrator = Migrator.builder()
                .dataSource(database.dataSource())
                .idleTimeout(IDLE_TIMEOUT)
                .listener(listener)
                .migrations(new First())
                .build();

        assertThat(migrator.upgrade("head").after()).containsExactly("1");

        assertThat(listener.events).containsExactly("statement 1", "statement 2");
        assertThat(database.column("SELECT id FROM a")).containsExactly("1");
    }

    @Revision(id = "1", message = "takes long to be recorded, and to run")
    static final class Slow implements Migration {
        @Override
        public void up(Operations op) {
            takeLong();
            op.run("wait", connection -> takeLong());
        }

        @Override
        public void down(Operations op) {}
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aSlowMigrationDoesNotLoseTheSession(TestDatabase database) {
        SlowListener listener = new SlowListener();
        Migrator migrator = Migrator.builder()
                .dataSource(database.dataSource())
                .idleTimeout(IDLE_TIMEOUT)
                .listener(listener)
                .migrations(new Slow())
                .build();

        assertThat(migrator.upgrade("head").after()).containsExactly("1");

        assertThat(listener.events).containsExactly("statement 1");
    }

    /** A connection that the application itself lets be idle for a second only. */
    @DatabaseTest(one = true)
    void javaCodeMayTakeLongerThanTheConnectionMayBeIdle(TestDatabase database) {
        SlowListener listener = new SlowListener();
        String url = database.url();
        Migrator migrator = Migrator.builder()
                .dataSource(TestDatabase.dataSource(
                        url + (url.contains("?") ? "&" : "?") + "sessionVariables=wait_timeout=1"))
                .listener(listener)
                .migrations(new Slow())
                .build();

        assertThat(migrator.upgrade("head").after()).containsExactly("1");

        assertThat(listener.events).containsExactly("statement 1");
    }
}
