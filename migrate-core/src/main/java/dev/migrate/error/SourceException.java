package dev.migrate.error;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A migration could not be generated or imported, or a configured class could not be used. Nothing was written. */
public final class SourceException extends MigrateException {

    /** The ways in which sources and classes fail. */
    public enum Reason {
        /** The source of a migration could not be written. */
        NOT_WRITTEN,
        /** An operation cannot be expressed in Java source. */
        NOT_EXPRESSIBLE,
        /** Revisions are pending, so a generated migration would repeat them. */
        NOT_UP_TO_DATE,
        /** The revisions of another tool could not be imported. */
        IMPORT_FAILED,
        /** A configured class does not exist, has the wrong type, or cannot be instantiated. */
        CLASS_NOT_USABLE
    }

    private final Reason reason;

    /**
     * Creates an exception.
     *
     * @param reason the way in which the source or the class failed
     * @param problem what happened
     * @param remedy what to do next
     */
    public SourceException(Reason reason, String problem, String remedy) {
        this(reason, problem, remedy, null);
    }

    /**
     * Creates an exception with its first cause.
     *
     * @param reason the way in which the source or the class failed
     * @param problem what happened
     * @param remedy what to do next
     * @param cause the first cause, or null if there is none
     */
    public SourceException(Reason reason, String problem, String remedy, @Nullable Throwable cause) {
        super(problem, remedy, cause);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /**
     * Creates the exception for an operation that cannot be expressed in Java source.
     *
     * @param operation the description of the operation
     * @param why the cause, as a clause
     * @return the exception
     */
    public static SourceException notExpressible(String operation, String why) {
        return new SourceException(
                Reason.NOT_EXPRESSIBLE,
                "The operation \"" + operation + "\" cannot be written in Java: " + why + ". Nothing was written.",
                "Exclude it and write it by hand.");
    }

    /**
     * Creates the exception for a text that refers to a scratch database, which no longer exists.
     *
     * @param scratchDatabase the name of the scratch database
     * @param text the text
     * @return the exception
     */
    public static SourceException notPermanent(String scratchDatabase, String text) {
        return new SourceException(
                Reason.NOT_WRITTEN,
                "A change refers to the scratch database " + scratchDatabase + ", which no longer exists: "
                        + text.strip() + ". Nothing was written.",
                "Exclude the object, write its change by hand, and report this as a bug.");
    }

    /**
     * Creates the exception for a database with pending revisions.
     *
     * @param pending the ids of the pending revisions, in the order in which they would be applied
     * @return the exception
     */
    public static SourceException notUpToDate(List<String> pending) {
        boolean isOne = pending.size() == 1;
        return new SourceException(
                Reason.NOT_UP_TO_DATE,
                "The database is not up to date: " + (isOne ? "revision " : "revisions ")
                        + String.join(", ", pending) + (isOne ? " is" : " are")
                        + " pending, and a new migration would repeat " + (isOne ? "it" : "them")
                        + ". Nothing was written.",
                "Run upgrade first.");
    }

    /**
     * Returns the way in which the source or the class failed.
     *
     * @return the reason
     */
    @Override
    public Reason reason() {
        return reason;
    }
}
