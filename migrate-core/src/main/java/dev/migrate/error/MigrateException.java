package dev.migrate.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The root of every error that this library throws on purpose.
 *
 * <p>An error says what happened and to what, in which state the database is, and what to do next. Its first cause is
 * its {@linkplain #getCause() cause}; whatever went wrong while cleaning up after it is {@linkplain #getSuppressed()
 * suppressed}. Subclasses carry what they name as values, so that a caller need not read the text.
 */
public abstract class MigrateException extends RuntimeException {

    private final String problem;
    private final String remedy;

    /**
     * An error that nothing else caused.
     *
     * @param problem what happened, to what, and how the database stands: whole sentences
     * @param remedy what to do next: whole sentences
     */
    protected MigrateException(String problem, String remedy) {
        this(problem, remedy, null);
    }

    /**
     * An error with its first cause.
     *
     * @param problem what happened, to what, and how the database stands: whole sentences
     * @param remedy what to do next: whole sentences
     * @param cause the first cause, or null where there is none
     */
    protected MigrateException(String problem, String remedy, @Nullable Throwable cause) {
        super(problem + " " + remedy, cause);
        this.problem = Objects.requireNonNull(problem, "problem");
        this.remedy = Objects.requireNonNull(remedy, "remedy");
    }

    /**
     * Says what happened, to what, and how the database stands.
     *
     * @return one or more whole sentences
     */
    public final String problem() {
        return problem;
    }

    /**
     * Says what to do next.
     *
     * @return one or more whole sentences
     */
    public final String remedy() {
        return remedy;
    }

    /**
     * Tells what became of the work that failed. Errors that are found before the database is touched are
     * {@link Outcome#NOT_DONE}.
     *
     * @return the outcome of the work that this error is about
     */
    public Outcome outcome() {
        return Outcome.NOT_DONE;
    }
}
