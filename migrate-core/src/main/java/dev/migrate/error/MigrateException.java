package dev.migrate.error;

import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The root of all exceptions that this library throws on purpose.
 *
 * <p>There is one subclass for each kind of failure that callers handle differently. Most have a {@code reason()} that
 * identifies the failure more precisely. The message states what happened, to what, which state the database is in, and
 * what to do next; control characters in it are escaped. The first cause is the {@linkplain #getCause() cause}; failures during cleanup are
 * {@linkplain #getSuppressed() suppressed}.
 */
public abstract class MigrateException extends RuntimeException {

    private static final int MAX_CAUSES = 50;

    /**
     * Control characters except line breaks and tabs, and characters that change the direction of text. Names and rows in a
     * message may contain them, and a terminal would interpret them.
     */
    private static final Pattern UNSAFE = Pattern.compile(
            "(?!\\r?\\n|\\t)(?:\\p{Cc}" + "|[\\u061C\\u200E\\u200F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069])");

    private final String failure;
    private final @Nullable String statement;
    private final @Nullable String state;
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
        this(problem, null, null, remedy, cause);
    }

    /**
     * Creates an exception about a statement.
     *
     * @param failure what happened, in full sentences
     * @param statement the statement on one line, possibly truncated, or null if there is none
     * @param state the state of the database, in full sentences, or null if the failure contains it
     * @param remedy what to do next, in full sentences
     * @param cause the first cause, or null if there is none
     */
    protected MigrateException(
            String failure,
            @Nullable String statement,
            @Nullable String state,
            String remedy,
            @Nullable Throwable cause) {
        super(escaped(problem(failure, statement, state) + " " + remedy), cause);
        this.failure = escaped(failure);
        this.statement = statement == null ? null : escaped(statement);
        this.state = state == null ? null : escaped(state);
        this.remedy = escaped(remedy);
    }

    private static String escaped(String text) {
        return UNSAFE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(String.format(
                        Locale.ROOT, "\\u%04x", (int) found.group().charAt(0))));
    }

    private static String problem(String failure, @Nullable String statement, @Nullable String state) {
        return failure
                + (statement == null ? "" : " Statement: " + statement + ".")
                + (state == null ? "" : " " + state);
    }

    /**
     * Returns what happened, to what, and the state of the database.
     *
     * @return one or more full sentences
     */
    public final String problem() {
        return problem(failure, statement, state);
    }

    /**
     * Returns what happened, without {@link #statement()} and {@link #state()}.
     *
     * @return one or more full sentences
     */
    public final String failure() {
        return failure;
    }

    /**
     * Returns the statement that the failure is about, without secrets.
     *
     * @return the statement on one line, possibly truncated, or null if there is none
     */
    public final @Nullable String statement() {
        return statement;
    }

    /**
     * Returns the state of the database after the failure.
     *
     * @return one or more full sentences, or null if they are part of {@link #failure()}
     */
    public final @Nullable String state() {
        return state;
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

    /**
     * Returns the case of the failure among those of the exception's class.
     *
     * @return a constant of the enum {@code Reason} of the class, or null if the class has none
     */
    public @Nullable Enum<?> reason() {
        return null;
    }

    /**
     * Returns the revision that the failure is about.
     *
     * @return its id, or null if there is none or it is not known
     */
    public @Nullable String revision() {
        return null;
    }

    /**
     * Returns the server's error code, for example 1060 for a duplicate column.
     *
     * @return the code, or 0 if the failure did not come from the server
     */
    public final int serverCode() {
        SQLException reported = reported();
        return reported == null ? 0 : reported.getErrorCode();
    }

    /**
     * Returns the SQLState of the server's error.
     *
     * @return five characters, or null if the failure did not come from the server
     */
    public final @Nullable String sqlState() {
        SQLException reported = reported();
        return reported == null ? null : reported.getSQLState();
    }

    /** The first exception with a code of the server; connection pools wrap it. */
    private @Nullable SQLException reported() {
        Throwable cause = getCause();
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            if (cause instanceof SQLException reported && reported.getErrorCode() > 0) {
                return reported;
            }
            cause = cause.getCause();
        }
        return null;
    }
}
