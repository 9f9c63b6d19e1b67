package dev.migrate.error;

import org.jspecify.annotations.Nullable;

/** No connection could be had, or it cannot be used. Nothing was changed. */
public final class ConnectionFailedException extends MigrateException {

    /**
     * Says why there is no connection.
     *
     * @param problem what happened
     * @param remedy what to do next
     * @param cause what the driver or the pool threw, or null
     */
    public ConnectionFailedException(String problem, String remedy, @Nullable Exception cause) {
        super(problem, remedy, cause);
    }
}
