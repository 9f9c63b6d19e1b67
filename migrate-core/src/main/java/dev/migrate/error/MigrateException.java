package dev.migrate.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The root of all exceptions that this library throws on purpose.
 *
 * <p>There is one subclass for each kind of failure that callers handle differently. Most have a {@code reason()} that
 * identifies the failure more precisely. The message states what happened, to what, which state the database is in, and
 * what to do next. The first cause is the {@linkplain #getCause() cause}; failures during cleanup are
 * {@linkplain #getSuppressed() suppressed}.
 */
public abstract class MigrateException extends RuntimeException {

    private final String problem;
    private final String remedy;

    /**
     * Creates an exception without a cause.
     *
     * @param problem what happened, to what, and the state of the database, in full sentences
     * @param remedy what to do next, in full sentences
     */
    protected MigrateException(String problem, String remedy) {
        this(problem, remedy, null);
    }

    /**
     * Creates an exception with its first cause.
     *
     * @param problem what happened, to what, and the state of the database, in full sentences
     * @param remedy what to do next, in full sentences
     * @param cause the first cause, or null if there is none
     */
    protected MigrateException(String problem, String remedy, @Nullable Throwable cause) {
        super(problem + " " + remedy, cause);
        this.problem = Objects.requireNonNull(problem, "problem");
        this.remedy = Objects.requireNonNull(remedy, "remedy");
    }

    /**
     * Returns what happened, to what, and the state of the database.
     *
     * @return one or more full sentences
     */
    public final String problem() {
        return problem;
    }

    /**
     * Returns what to do next.
     *
     * @return one or more full sentences
     */
    public final String remedy() {
        return remedy;
    }

    /**
     * Returns the outcome of the work that failed. Failures found before the database is touched are
     * {@link Outcome#NOT_DONE}.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        return Outcome.NOT_DONE;
    }
}
