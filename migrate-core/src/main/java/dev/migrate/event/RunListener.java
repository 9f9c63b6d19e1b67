package dev.migrate.event;

import dev.migrate.error.MigrateException;
import dev.migrate.journal.EditedMigration;
import dev.migrate.plan.Step;
import java.time.Duration;
import java.util.List;

/**
 * Receives the events of a run, and of the attempts to connect before it.
 *
 * <p>Methods are called on the thread of the run, between two statements, so they should return quickly. Exceptions are
 * logged and otherwise ignored. If several threads use a {@code Migrator}, its listeners are called by all of them.
 */
public interface RunListener {

    /**
     * An upgrade or a downgrade begins, before the attempt to connect. Also called if there turns out to be nothing to do.
     *
     * @param run its direction and its targets
     */
    default void runStarted(StartedRun run) {}

    /**
     * An upgrade or a downgrade has ended, successfully or not. Called exactly once after each {@link #runStarted}, on the
     * same thread, as the last event of the run. The migration lock is released.
     *
     * @param run its outcome
     */
    default void runEnded(EndedRun run) {}

    /**
     * The server cannot be reached, and the attempt to connect will be repeated after a pause. Called only if
     * {@code connectRetries} is set.
     *
     * @param cause the failure of the last attempt
     * @param retry the number of the next retry, from 1
     * @param retries the maximum number of retries
     * @param pause the time until the next attempt
     */
    default void retryingConnection(MigrateException cause, int retry, int retries, Duration pause) {}

    /**
     * {@code init} has created the database.
     *
     * @param name its name
     */
    default void databaseCreated(String name) {}

    /** {@code init} has created the version table. */
    default void versionTableCreated() {}

    /**
     * Applied migrations have changed since they ran. Called before the first statement of a run that changes something, if
     * the policy is to warn.
     *
     * @param edited the migrations, with the statements that differ
     */
    default void editedMigrations(List<EditedMigration> edited) {}

    /**
     * A step begins or is resumed.
     *
     * @param step the step
     * @param done the number of its statements that an earlier run completed
     * @param statements the number of its statements
     */
    default void stepStarted(Step step, int done, int statements) {}

    /**
     * A statement begins.
     *
     * @param step the step that it belongs to
     * @param number the number of the statement in the step, from 1
     * @param text the executed SQL without secrets, or the description of Java code
     */
    default void statementStarted(Step step, int number, String text) {}

    /**
     * The progress of a long-running statement. Called twice a second if the server reports it (see
     * {@code docs/privileges.md}), on a separate thread, unlike all other methods.
     *
     * @param step the step that it belongs to
     * @param number the number of the statement in the step, from 1
     * @param percent the progress of the statement, or of its current stage, in percent
     */
    default void statementProgress(Step step, int number, int percent) {}

    /**
     * A statement is done.
     *
     * @param step the step that it belongs to
     * @param number the number of the statement in the step, from 1
     * @param elapsed its duration
     */
    default void statementDone(Step step, int number, Duration elapsed) {}

    /**
     * A step is complete. Its version may be committed together with the next statement; after a crash in between, the
     * next run detects that the step is complete.
     *
     * @param step the step
     */
    default void stepDone(CompletedStep step) {}

    /**
     * Another run is migrating the database. Called every few seconds.
     *
     * @param holder a description of the session that holds the lock and of its statement
     */
    default void waitingForLock(String holder) {}

    /**
     * A statement waits for a table in use. Called before each retry.
     *
     * @param step the step that it belongs to
     * @param number the number of the statement in the step, from 1
     * @param blockers a description of the sessions that use the table, if the server reports them
     */
    default void waitingForTable(Step step, int number, String blockers) {}

    /**
     * A statement that changes rows, or the journal, waited for a lock of another session in vain. What was not committed
     * has been rolled back. The run is repeated after a pause, and resumes after the last committed statement.
     *
     * @param cause the failure
     */
    default void repeating(MigrateException cause) {}

    /**
     * The connection was lost. The run reconnects, determines the outcome of the last statement, and resumes.
     *
     * @param cause the failure
     */
    default void reconnecting(MigrateException cause) {}
}
