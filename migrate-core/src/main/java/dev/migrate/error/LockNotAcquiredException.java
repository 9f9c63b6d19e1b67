package dev.migrate.error;

import org.jspecify.annotations.Nullable;

/** Somebody else is migrating this database, and did not end in time. Nothing was changed. */
public final class LockNotAcquiredException extends MigrateException {

    private final @Nullable Long holder;

    /**
     * Says who holds the lock.
     *
     * @param holder the server's id of the connection that holds it, or null if that is not known
     * @param problem what happened
     * @param remedy what to do next
     * @param cause what the driver said, or null where the server simply answered no
     */
    public LockNotAcquiredException(@Nullable Long holder, String problem, String remedy, @Nullable Throwable cause) {
        super(problem, remedy, cause);
        this.holder = holder;
    }

    /**
     * Returns the server's id of the connection that held the lock when the wait ended.
     *
     * @return the id that {@code SHOW PROCESSLIST} shows, or null if it is not known
     */
    public @Nullable Long holder() {
        return holder;
    }
}
