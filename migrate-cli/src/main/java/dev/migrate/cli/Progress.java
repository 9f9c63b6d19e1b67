package dev.migrate.cli;

import dev.migrate.error.MigrateException;
import dev.migrate.event.RunListener;
import dev.migrate.plan.Step;
import java.io.PrintWriter;
import java.time.Duration;

/**
 * Tells on the standard error what a run does: each statement to a person who watches, and otherwise only what makes the
 * run take longer.
 */
final class Progress implements RunListener {

    /** What took less is over before anybody has read that it began. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final PrintWriter err;
    private final boolean isWatched;
    private int statements;
    /** In tens of percent, of the statement that runs. Progress is told on another thread. */
    private volatile int tens;

    Progress(PrintWriter err, boolean isWatched) {
        this.err = err;
        this.isWatched = isWatched;
    }

    @Override
    public void stepStarted(Step step, int done, int count) {
        statements = count;
        if (isWatched && done > 0) {
            say(nameOf(step) + ": going on behind statement " + done + " of " + count);
        }
    }

    @Override
    public void statementStarted(Step step, int number, String text) {
        tens = 0;
        if (isWatched) {
            say(nameOf(step) + ": statement " + number + " of " + statements + ": " + Words.firstLine(text));
        }
    }

    @Override
    public void statementProgress(Step step, int number, int percent) {
        if (isWatched && percent / 10 > tens) {
            tens = percent / 10;
            say(nameOf(step) + ": statement " + number + ": " + percent + " % done");
        }
    }

    @Override
    public void statementDone(Step step, int number, Duration elapsed) {
        if (isWatched && elapsed.compareTo(MOMENT) >= 0) {
            say(nameOf(step) + ": statement " + number + " took " + Words.of(elapsed));
        }
    }

    @Override
    public void waitingForLock(String holder) {
        say("waiting for another runner that migrates this database: " + Words.oneLine(holder));
    }

    @Override
    public void waitingForTable(Step step, int number, String blockers) {
        say(nameOf(step) + ": statement " + number + " waits for a table that is in use: " + Words.oneLine(blockers));
    }

    @Override
    public void reconnecting(MigrateException cause) {
        say("the connection was lost (" + Words.oneLine(cause.problem())
                + "); looking with a new one what became of the last statement");
    }

    private static String nameOf(Step step) {
        return step.revision().id();
    }

    private void say(String what) {
        err.println("migrate: " + Secrets.masked(what));
        err.flush();
    }
}
