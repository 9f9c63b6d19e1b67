package dev.migrate.internal.engine;

import dev.migrate.error.MigrateException;
import dev.migrate.event.RunListener;
import dev.migrate.plan.CompletedStep;
import dev.migrate.plan.Step;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what happens into the log, and tells all others. What they throw changes nothing. */
public final class LoggingListener implements RunListener {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migrate");

    private final List<RunListener> others;

    /**
     * Makes the listener of a run.
     *
     * @param others who else is told
     */
    public LoggingListener(List<RunListener> others) {
        this.others = List.copyOf(others);
    }

    @Override
    public void stepStarted(Step step, int done, int statements) {
        LOG.info(
                "{} {} {}: {}",
                done == 0 ? "Running" : "Going on behind statement " + done + " of",
                step.direction(),
                step.revision().id(),
                step.revision().message());
        tell(listener -> listener.stepStarted(step, done, statements));
    }

    @Override
    public void statementStarted(Step step, int number, String text) {
        tell(listener -> listener.statementStarted(step, number, text));
    }

    @Override
    public void statementProgress(Step step, int number, int percent) {
        tell(listener -> listener.statementProgress(step, number, percent));
    }

    @Override
    public void statementDone(Step step, int number, Duration elapsed) {
        tell(listener -> listener.statementDone(step, number, elapsed));
    }

    @Override
    public void stepDone(CompletedStep step) {
        tell(listener -> listener.stepDone(step));
    }

    @Override
    public void waitingForLock(String holder) {
        LOG.info("Waiting for the runner that migrates this database: {}", holder);
        tell(listener -> listener.waitingForLock(holder));
    }

    @Override
    public void waitingForTable(Step step, int number, String blockers) {
        LOG.info(
                "Statement {} of {} waits for a table that is in use: {}",
                number,
                step.revision().id(),
                blockers);
        tell(listener -> listener.waitingForTable(step, number, blockers));
    }

    @Override
    public void reconnecting(MigrateException cause) {
        LOG.warn("The connection was lost; looking with a new one what became of the last statement.", cause);
        tell(listener -> listener.reconnecting(cause));
    }

    private void tell(Consumer<RunListener> news) {
        for (RunListener other : others) {
            try {
                news.accept(other);
            } catch (RuntimeException e) {
                LOG.warn("A listener of the run threw.", e);
            }
        }
    }
}
