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

/** Passes events to a listener, and keeps the session alive meanwhile: a listener may take long. */
final class KeepAliveListener implements RunListener {

    private final RunListener listener;
    private final KeepAlive keepAlive;

    KeepAliveListener(RunListener listener, KeepAlive keepAlive) {
        this.listener = listener;
        this.keepAlive = keepAlive;
    }

    private void pass(Runnable event) {
        keepAlive.during(() -> {
            event.run();
            return true;
        });
    }

    @Override
    public void runStarted(StartedRun run) {
        listener.runStarted(run);
    }

    @Override
    public void runEnded(EndedRun run) {
        listener.runEnded(run);
    }

    @Override
    public void stepStarted(Step step, int done, int statements) {
        pass(() -> listener.stepStarted(step, done, statements));
    }

    @Override
    public void statementStarted(Step step, int number, String text) {
        pass(() -> listener.statementStarted(step, number, text));
    }

    /** The statement uses the connection. */
    @Override
    public void statementProgress(Step step, int number, int percent) {
        listener.statementProgress(step, number, percent);
    }

    @Override
    public void statementDone(Step step, int number, Duration elapsed) {
        pass(() -> listener.statementDone(step, number, elapsed));
    }

    @Override
    public void stepDone(CompletedStep step) {
        pass(() -> listener.stepDone(step));
    }

    @Override
    public void waitingForLock(String holder) {
        pass(() -> listener.waitingForLock(holder));
    }

    @Override
    public void waitingForTable(Step step, int number, String blockers) {
        pass(() -> listener.waitingForTable(step, number, blockers));
    }

    @Override
    public void repeating(MigrateException cause) {
        listener.repeating(cause);
    }

    @Override
    public void databaseCreated(String name) {
        listener.databaseCreated(name);
    }

    @Override
    public void versionTableCreated() {
        pass(listener::versionTableCreated);
    }

    @Override
    public void retryingConnection(MigrateException cause, int retry, int retries, Duration pause) {
        listener.retryingConnection(cause, retry, retries, pause);
    }

    @Override
    public void editedMigrations(List<EditedMigration> edited) {
        pass(() -> listener.editedMigrations(edited));
    }

    @Override
    public void reconnecting(MigrateException cause) {
        listener.reconnecting(cause);
    }
}
