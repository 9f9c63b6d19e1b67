package dev.migrate.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** There is no connection to the database, or it cannot be used for migrations. Nothing was changed. */
public final class ConnectionFailedException extends MigrateException {

    /** The ways in which a connection fails. */
    public enum Reason {
        /** The data source returned no connection, for instance because the password is wrong. */
        NOT_CONNECTED,
        /** The server did not answer, or accepts no connections now. A later attempt may succeed. */
        SERVER_UNREACHABLE,
        /** The connection was lost, or the server rejected a request that every run needs. */
        UNUSABLE,
        /** The server or the connection is read-only. */
        READ_ONLY,
        /** Several servers of a cluster accept writes, and the lock of one does not protect the others. */
        MULTI_PRIMARY,
        /** The JDBC URL has an option that is not safe for migrations. */
        UNSAFE_URL,
        /** No provider supports the server. */
        UNSUPPORTED_SERVER,
        /** The user lacks a privilege that the chosen options require, or the server does not support them. */
        OPTION_NOT_AVAILABLE,
        /** The database does not exist and could not be created. */
        DATABASE_NOT_CREATED
    }

    private final Reason reason;

    /**
     * Creates an exception.
     *
     * @param reason the way in which the connection failed
     * @param problem what happened
     * @param remedy what to do next
     * @param cause the exception of the driver or the pool, or null if there is none
     */
    public ConnectionFailedException(Reason reason, String problem, String remedy, @Nullable Exception cause) {
        super(problem, remedy, cause);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /**
     * Returns the way in which the connection failed.
     *
     * @return the reason
     */
    @Override
    public Reason reason() {
        return reason;
    }
}
