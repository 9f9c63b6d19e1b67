package dev.migrate.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The migration lock, which keeps runs on the same database apart, was not acquired or was lost. */
public final class LockException extends MigrateException {

    /** The ways in which the lock is missed. */
    public enum Reason {
        /** Another run held the lock for the whole wait. Nothing was changed. */
        TIMEOUT,
        /** The server did not grant the lock. Nothing was changed. */
        NOT_GRANTED,
        /**
         * The session that held the lock ended during the run. Uncommitted work is rolled back; the next run resumes
         * after the last completed statement.
         */
        LOST
    }

    private final Reason reason;
    private final @Nullable Long holder;

    /**
     * Creates an exception.
     *
     * @param reason the way in which the lock was missed
     * @param holder the server's id of the connection that holds the lock, or null if unknown
     * @param problem what happened
     * @param remedy what to do next
     * @param cause the driver's exception, or null if there is none
     */
    public LockException(
            Reason reason, @Nullable Long holder, String problem, String remedy, @Nullable Throwable cause) {
        super(problem, remedy, cause);
        this.reason = Objects.requireNonNull(reason, "reason");
        this.holder = holder;
    }

    /**
     * Creates the exception for a lock that was lost during a run.
     *
     * @return the exception
     */
    public static LockException lost() {
        return new LockException(
                Reason.LOST,
                null,
                "The session of this run no longer holds the migration lock, so the run was stopped.",
                "Run again to resume. If the JDBC URL has autoReconnect, remove it.",
                null);
    }

    /**
     * Returns the way in which the lock was missed.
     *
     * @return the reason
     */
    @Override
    public Reason reason() {
        return reason;
    }

    /**
     * Returns the server's id of the connection that held the lock when the wait ended.
     *
     * @return the id shown by {@code SHOW PROCESSLIST}, or null if unknown
     */
    public @Nullable Long holder() {
        return holder;
    }
}
