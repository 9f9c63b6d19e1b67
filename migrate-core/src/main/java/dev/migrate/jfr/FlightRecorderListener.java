package dev.migrate.jfr;

import dev.migrate.error.MigrateException;
import dev.migrate.event.EndedRun;
import dev.migrate.event.RunListener;
import dev.migrate.event.StartedRun;
import dev.migrate.plan.Step;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Emits an event {@code dev.migrate.Run} for each run and an event {@code dev.migrate.Statement} for each statement, while a
 * recording of the JDK Flight Recorder is running. The events contain no SQL.
 *
 * <p>Thread-safe: one instance can be the listener of several migrators. Without the module {@code jdk.jfr}, this class
 * cannot be loaded; the rest of the library does not need it.
 */
public final class FlightRecorderListener implements RunListener {

    /** A run and its statements are reported by one thread. */
    private final Map<Thread, RunEvent> runs = new ConcurrentHashMap<>();

    private final Map<Thread, StatementEvent> statements = new ConcurrentHashMap<>();

    /** Creates a listener. */
    public FlightRecorderListener() {}

    @Override
    public void runStarted(StartedRun started) {
        RunEvent event = new RunEvent();
        event.begin();
        runs.put(Thread.currentThread(), event);
    }

    @Override
    public void runEnded(EndedRun ended) {
        statementEnded(false);
        RunEvent event = runs.remove(Thread.currentThread());
        if (event != null) {
            event.commit(ended);
        }
    }

    @Override
    public void statementStarted(Step step, int number, String text) {
        statementEnded(false);
        StatementEvent event = new StatementEvent(step, number);
        event.begin();
        statements.put(Thread.currentThread(), event);
    }

    @Override
    public void statementDone(Step step, int number, Duration elapsed) {
        statementEnded(true);
    }

    @Override
    public void repeating(MigrateException cause) {
        statementEnded(false);
    }

    @Override
    public void reconnecting(MigrateException cause) {
        statementEnded(false);
    }

    private void statementEnded(boolean isDone) {
        StatementEvent event = statements.remove(Thread.currentThread());
        if (event != null) {
            event.commit(isDone);
        }
    }
}
