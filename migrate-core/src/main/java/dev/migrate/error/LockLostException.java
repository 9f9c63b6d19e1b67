package dev.migrate.error;

/**
 * The run no longer holds the lock that keeps runners apart: its session was ended, or the driver has made a new one
 * behind its back. What was not committed is not in the database; the next run sees what is done and goes on.
 */
public final class LockLostException extends MigrateException {

    /** Says that the lock is gone. */
    public LockLostException() {
        super(
                "The session of this run no longer holds the lock that keeps runners apart, so nothing more was done.",
                "Run again; it goes on where this run stopped. If the JDBC URL has autoReconnect, take that out.");
    }
}
