package dev.migrate.internal.engine;

import dev.migrate.error.MigrateException;
import dev.migrate.event.CompletedStep;
import dev.migrate.event.EndedRun;
import dev.migrate.event.RunListener;
import dev.migrate.event.StartedRun;
import dev.migrate.journal.EditedMigration;
import dev.migrate.plan.Step;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the events of a run and passes them to the listeners. A failing listener does not affect the run. */
public final class LoggingListener implements RunListener {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migrate");

    private final List<RunListener> listeners;

    /** Passes events to the listeners. */
    public LoggingListener(List<RunListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public void runStarted(StartedRun run) {
        notifyAll(listener -> listener.runStarted(run));
    }

    @Override
    public void runEnded(EndedRun run) {
        notifyAll(listener -> listener.runEnded(run));
    }

    @Override
    public void retryingConnection(MigrateException cause, int retry, int retries, Duration pause) {
        LOG.warn("{} Retry {} of {} in {} s.", cause.problem(), retry, retries, pause.toSeconds());
        notifyAll(listener -> listener.retryingConnection(cause, retry, retries, pause));
    }

    @Override
    public void databaseCreated(String name) {
        LOG.info("Created database {}", name);
        notifyAll(listener -> listener.databaseCreated(name));
    }

    @Override
    public void versionTableCreated() {
        notifyAll(RunListener::versionTableCreated);
    }

    @Override
    public void stepStarted(Step step, int done, int statements) {
        LOG.info(
                "{} {} {}: {}",
                done == 0 ? "Running" : "Resuming after statement " + done + " of",
                step.direction(),
                step.revision().id(),
                step.revision().message());
        notifyAll(listener -> listener.stepStarted(step, done, statements));
    }

    @Override
    public void statementStarted(Step step, int number, String text) {
        notifyAll(listener -> listener.statementStarted(step, number, text));
    }

    @Override
    public void statementProgress(Step step, int number, int percent) {
        notifyAll(listener -> listener.statementProgress(step, number, percent));
    }

    @Override
    public void statementDone(Step step, int number, Duration elapsed) {
        notifyAll(listener -> listener.statementDone(step, number, elapsed));
    }

    @Override
    public void stepDone(CompletedStep step) {
        notifyAll(listener -> listener.stepDone(step));
    }

    @Override
    public void waitingForLock(String holder) {
        LOG.info("Waiting for another run on this database: {}", holder);
        notifyAll(listener -> listener.waitingForLock(holder));
    }

    @Override
    public void waitingForTable(Step step, int number, String blockers) {
        LOG.info(
                "Statement {} of {} is waiting for a table in use: {}",
                number,
                step.revision().id(),
                blockers);
        notifyAll(listener -> listener.waitingForTable(step, number, blockers));
    }

    @Override
    public void editedMigrations(List<EditedMigration> edited) {
        for (EditedMigration each : edited) {
            LOG.warn(
                    "Migration {} has changed since it ran (step {} of the journal): {}",
                    each.revision(),
                    each.step(),
                    each.statements());
        }
        notifyAll(listener -> listener.editedMigrations(edited));
    }

    @Override
    public void repeating(MigrateException cause) {
        LOG.info("Waiting for a lock of another session: {}", cause.getMessage());
        notifyAll(listener -> listener.repeating(cause));
    }

    @Override
    public void reconnecting(MigrateException cause) {
        LOG.warn("The connection was lost. Reconnecting to determine whether the last statement was executed.", cause);
        notifyAll(listener -> listener.reconnecting(cause));
    }

    private void notifyAll(Consumer<RunListener> event) {
        for (RunListener listener : listeners) {
            try {
                event.accept(listener);
            } catch (Throwable e) {
                // A statement may have been committed and not been recorded yet: the run must go on.
                LOG.warn("A listener failed. The run continues.", e);
            }
        }
    }
}
