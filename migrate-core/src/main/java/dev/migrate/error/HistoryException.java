package dev.migrate.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The version table or the journal could not be read or written, or has unexpected contents. */
public final class HistoryException extends MigrateException {

    /** The ways in which access to the version table or the journal fails. */
    public enum Reason {
        /** A table could not be read. */
        READ_FAILED,
        /** A table could not be created or written. */
        WRITE_FAILED,
        /** A table was modified by something other than this run. */
        MODIFIED,
        /** The journal was written by a newer version of the library. */
        UNSUPPORTED_FORMAT
    }

    private final Reason reason;
    private final Outcome outcome;

    /**
     * Creates an exception.
     *
     * @param reason the way in which access failed
     * @param outcome the effect of the failed change
     * @param problem what happened
     * @param remedy what to do next
     * @param cause the driver's exception, or null if the table could be accessed
     */
    public HistoryException(Reason reason, Outcome outcome, String problem, String remedy, @Nullable Throwable cause) {
        super(problem, remedy, cause);
        this.reason = Objects.requireNonNull(reason, "reason");
        this.outcome = Objects.requireNonNull(outcome, "outcome");
    }

    /**
     * Returns the way in which access failed.
     *
     * @return the reason
     */
    @Override
    public Reason reason() {
        return reason;
    }

    @Override
    public Outcome outcome() {
        return outcome;
    }
}
