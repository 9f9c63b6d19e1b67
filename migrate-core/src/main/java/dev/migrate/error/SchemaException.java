package dev.migrate.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The schema of a model or of a database could not be read. Nothing was changed. */
public final class SchemaException extends MigrateException {

    /** The ways in which reading a schema fails. */
    public enum Reason {
        /** The model does not describe a schema: it is empty, or its entities are invalid. */
        INVALID_MODEL,
        /** Entities cannot be read, because Hibernate is missing or its version is not supported. */
        HIBERNATE_NOT_AVAILABLE,
        /** A script of the model could not be read. */
        SCRIPT_NOT_READABLE,
        /** A statement of a script of the model failed. */
        SCRIPT_FAILED,
        /** The schema or the rows of a database could not be read. */
        DATABASE_NOT_READABLE,
        /** The scratch database could not be created. */
        SCRATCH_DATABASE_NOT_CREATED
    }

    private final Reason reason;

    /**
     * Creates an exception.
     *
     * @param reason the way in which reading failed
     * @param problem what happened
     * @param remedy what to do next
     * @param cause the first cause, or null if there is none
     */
    public SchemaException(Reason reason, String problem, String remedy, @Nullable Throwable cause) {
        super(problem + " Nothing was changed.", remedy, cause);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /**
     * Creates the exception for a catalog query that failed.
     *
     * @param problem the text of the error, without a full stop
     * @param cause the driver's exception
     * @return the exception
     */
    public static SchemaException databaseNotReadable(String problem, Exception cause) {
        return new SchemaException(
                Reason.DATABASE_NOT_READABLE,
                "The schema of the database could not be read: " + problem + ".",
                "Remove the cause and run again. The user needs a privilege on each object to see it.",
                cause);
    }

    /**
     * Returns the way in which reading failed.
     *
     * @return the reason
     */
    @Override
    public Reason reason() {
        return reason;
    }
}
