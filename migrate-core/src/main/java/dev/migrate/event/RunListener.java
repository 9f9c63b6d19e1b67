package dev.migrate.event;

import dev.migrate.error.MigrateException;
import dev.migrate.plan.Step;
import java.time.Duration;

/**
 * Is told what a run does while it does it.
 *
 * <p>It is called on the thread of the run, between two statements: what takes long here makes the run longer. What it
 * throws is logged and changes nothing. One that is given to a {@code Migrator} that several threads use is called by
 * all of them.
 */
public interface RunListener {

    /**
     * A step begins, or goes on where an earlier run left it.
     *
     * @param step the step
     * @param done how many of its statements an earlier run has done already
     * @param statements how many statements it has
     */
    default void stepStarted(Step step, int done, int statements) {}

    /**
     * A statement begins.
     *
     * @param step the step that it belongs to
     * @param number which of the step's statements it is, counted from one
     * @param text its text, as far as it is known before it runs
     */
    default void statementStarted(Step step, int number, String text) {}

    /**
     * A statement that takes long has come further. Told twice a second by those servers that know: MariaDB, and MySQL
     * where the consumer {@code events_stages_current} of its {@code performance_schema} is on. Unlike all others, this is
     * called on a thread of its own.
     *
     * @param step the step that it belongs to
     * @param number which of the step's statements it is, counted from one
     * @param percent how much of it, or of its present stage, is done
     */
    default void statementProgress(Step step, int number, int percent) {}

    /**
     * A statement is done.
     *
     * @param step the step that it belongs to
     * @param number which of the step's statements it is, counted from one
     * @param elapsed how long it took
     */
    default void statementDone(Step step, int number, Duration elapsed) {}

    /**
     * A step has come to its end. If its version is not committed yet, it is with the next statement; whatever dies in
     * between, the next run sees that the step is done.
     *
     * @param step the step
     */
    default void stepDone(CompletedStep step) {}

    /**
     * Somebody else migrates this database. Told every few seconds.
     *
     * @param holder who it is and what the session is doing, in words
     */
    default void waitingForLock(String holder) {}

    /**
     * A table is in use, so that a statement has to wait. Told each time before it is tried again.
     *
     * @param step the step that it belongs to
     * @param number which of the step's statements it is, counted from one
     * @param blockers who uses the table, in words, as far as the server tells
     */
    default void waitingForTable(Step step, int number, String blockers) {}

    /**
     * The connection was lost; the run takes a new one, looks what became of the last statement, and goes on.
     *
     * @param cause what was lost
     */
    default void reconnecting(MigrateException cause) {}
}
