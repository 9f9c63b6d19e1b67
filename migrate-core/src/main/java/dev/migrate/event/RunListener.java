package dev.migrate.event;

import dev.migrate.error.MigrateException;
import dev.migrate.plan.Step;
import java.time.Duration;

/**
 * Receives the events of a run.
 *
 * <p>It is called on the thread of the run, between two statements: what takes long here makes the run longer. What it
 * throws is logged and changes nothing. One that is given to a {@code Migrator} that several threads use is called by
 * all of them.
 */
public interface RunListener {

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
     * @param text its text, as far as it is known before it runs
     */
    default void statementStarted(Step step, int number, String text) {}

    /**
     * The progress of a statement that takes long. Called twice a second if the server reports it (see
     * {@code docs/privileges.md}), and on a thread of its own, unlike all other methods.
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
     * @param elapsed how long it took
     */
    default void statementDone(Step step, int number, Duration elapsed) {}

    /**
     * A step is complete. Its version may be committed together with the next statement; after a crash in between, the next
     * run detects that the step is complete.
     *
     * @param step the step
     */
    default void stepDone(CompletedStep step) {}

    /**
     * Another run is migrating the database. Called every few seconds.
     *
     * @param holder the session that holds the lock and its statement, in words
     */
    default void waitingForLock(String holder) {}

    /**
     * A statement waits for a table in use. Called before each retry.
     *
     * @param step the step that it belongs to
     * @param number the number of the statement in the step, from 1
     * @param blockers the sessions that use the table, in words, if the server reports them
     */
    default void waitingForTable(Step step, int number, String blockers) {}

    /**
     * The connection was lost. The run reconnects, determines the outcome of the last statement, and resumes.
     *
     * @param cause the failure
     */
    default void reconnecting(MigrateException cause) {}
}
