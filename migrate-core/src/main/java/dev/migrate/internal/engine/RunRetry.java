package dev.migrate.internal.engine;

import dev.migrate.error.MigrateException;
import dev.migrate.error.Outcome;
import dev.migrate.provider.DatabaseError.Kind;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Repeats a run while changes of rows, of the journal or of the version table wait for a lock: a transaction cannot be
 * continued after such a failure. Used by one run.
 */
final class RunRetry {

    private final Duration timeout;
    private long began;
    private Backoff backoff = Backoff.forLock();
    /** The number of completed steps at the last failure. */
    private int completed = -1;

    RunRetry(Duration timeout) {
        this.timeout = timeout;
    }

    /** Returns whether an attempt failed because of a lock, after which it may be repeated. */
    static boolean isTimeout(Session session, MigrateException failure) {
        return failure.outcome() == Outcome.NOT_DONE
                && failure.getCause() instanceof SQLException cause
                && !(cause instanceof TableTimeoutException)
                && session.classify(cause).kind() == Kind.LOCK_WAIT_TIMEOUT;
    }

    /** Returns whether the time is not over; it begins again with each completed step. */
    boolean mayRepeatAfter(int completedSteps) {
        if (completedSteps != completed) {
            completed = completedSteps;
            began = System.nanoTime();
            backoff = Backoff.forLock();
        }
        return System.nanoTime() - began < timeout.toNanos();
    }

    /** Waits, longer each time. An interruption of the thread ends the run with the reason for the wait. */
    void await(MigrateException reason) {
        backoff.await(reason);
    }
}
