package dev.migrate.cli;

import dev.migrate.error.MigrateException;
import dev.migrate.event.RunListener;
import dev.migrate.journal.EditedMigration;
import dev.migrate.plan.Step;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints the progress of a run to standard error: on a terminal, each statement, with a progress bar for long-running
 * ones; otherwise, only events that delay the run.
 */
final class ProgressLine implements RunListener, AutoCloseable {

    /** Shorter statements are over before anyone could read the line. */
    private static final Duration MINIMUM = Duration.ofSeconds(1);

    /** Returns to the beginning of the line and clears it. */
    private static final String CLEAR = "\r\u001B[K";

    private static final int WIDTH = 30;

    private final PrintWriter err;
    private final boolean isWatched;
    private final boolean isVerbose;
    private final boolean isTerminal;
    private boolean isBarShown;
    private boolean isClosed;
    private int statements;
    /** The progress of the current statement, in steps of ten percent. Written by another thread. */
    private volatile int tens;

    /**
     * Creates the output.
     *
     * @param err the output
     * @param isVerbose whether each statement is printed even without a terminal
     * @param isTerminal whether the output is a terminal, so that a line can be overwritten
     */
    ProgressLine(PrintWriter err, boolean isVerbose, boolean isTerminal) {
        this.err = err;
        this.isVerbose = isVerbose;
        this.isTerminal = isTerminal;
        isWatched = isVerbose || isTerminal;
    }

    @Override
    public void stepStarted(Step step, int done, int count) {
        statements = count;
        if (isWatched && done > 0) {
            say(nameOf(step) + ": resuming after statement " + done + " of " + count);
        }
    }

    @Override
    public void statementStarted(Step step, int number, String text) {
        tens = 0;
        if (isWatched) {
            String title = nameOf(step) + ": statement " + number + " of " + statements + ": ";
            say(title + (isVerbose ? String.join("\n    ", Wording.lines(text)) : Wording.firstLine(text)));
        }
    }

    @Override
    public void statementProgress(Step step, int number, int percent) {
        if (isTerminal) {
            draw(nameOf(step) + ": statement " + number + ": " + bar(percent));
        } else if (isWatched && percent / 10 > tens) {
            tens = percent / 10;
            say(nameOf(step) + ": statement " + number + ": " + percent + " % done");
        }
    }

    @Override
    public void statementDone(Step step, int number, Duration elapsed) {
        if (isWatched && elapsed.compareTo(MINIMUM) >= 0) {
            say(nameOf(step) + ": statement " + number + " took " + Wording.of(elapsed));
        }
        clear();
    }

    @Override
    public void retryingConnection(MigrateException cause, int retry, int retries, Duration pause) {
        say(Wording.oneLine(cause.problem()) + " Retry " + retry + " of " + retries + " in " + pause.toSeconds()
                + " s.");
    }

    @Override
    public void waitingForLock(String holder) {
        say("waiting for another run on this database: " + Wording.oneLine(holder));
    }

    @Override
    public void waitingForTable(Step step, int number, String blockers) {
        say(nameOf(step) + ": statement " + number + " waits for a table that is in use: " + Wording.oneLine(blockers));
    }

    @Override
    public void editedMigrations(List<EditedMigration> edited) {
        say("applied migrations have changed since they ran: "
                + edited.stream().map(EditedMigration::revision).collect(Collectors.joining(", "))
                + " (migrate check shows the differences)");
    }

    @Override
    public void repeating(MigrateException cause) {
        say("waiting for a lock of another session (" + Wording.oneLine(cause.problem()) + ")");
    }

    @Override
    public void reconnecting(MigrateException cause) {
        say("the connection was lost (" + Wording.oneLine(cause.problem())
                + "); reconnecting to determine the outcome of the last statement");
    }

    private static String nameOf(Step step) {
        return step.revision().id();
    }

    private static String bar(int percent) {
        int filled = Math.min(WIDTH, WIDTH * percent / 100);
        return "[" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "] " + percent + " %";
    }

    /** Clears the line when the process is interrupted, so that the prompt of the shell begins in an empty one. */
    @Override
    public synchronized void close() {
        clear();
        isClosed = true;
    }

    private synchronized void draw(String what) {
        if (isClosed) {
            return;
        }
        err.print(CLEAR + "migrate: " + ControlCharacters.escaped(what));
        err.flush();
        isBarShown = true;
    }

    private synchronized void clear() {
        if (isBarShown) {
            err.print(CLEAR);
            err.flush();
            isBarShown = false;
        }
    }

    private synchronized void say(String what) {
        clear();
        err.println("migrate: " + ControlCharacters.escaped(Secrets.masked(what)));
        err.flush();
    }
}
