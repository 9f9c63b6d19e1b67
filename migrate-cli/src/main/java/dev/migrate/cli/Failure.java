package dev.migrate.cli;

import dev.migrate.error.MigrateException;
import dev.migrate.error.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The failure of a command, divided into the parts that are printed. Immutable.
 *
 * @param type the kind of failure: the name of the exception's class without its suffix
 * @param reason the case, in lower case, or null if the kind has only one
 * @param revision the id of the revision that failed, or null
 * @param message what happened
 * @param statement the statement that failed, on one line, or null
 * @param state the state of the database, or null if the message contains it
 * @param remedy what to do next, or null if the message contains it
 * @param outcome whether the work was done
 * @param serverCode the error code of the server, or 0
 * @param sqlState the SQLState of the server, or null
 * @param exitCode the exit code of the command
 */
record Failure(
        String type,
        @Nullable String reason,
        @Nullable String revision,
        String message,
        @Nullable String statement,
        @Nullable String state,
        @Nullable String remedy,
        Outcome outcome,
        int serverCode,
        @Nullable String sqlState,
        ExitCode exitCode) {

    /** The beginning of the line with the statement. */
    static final String STATEMENT = "Statement: ";

    private static final String USAGE = "Usage";

    /** Invalid arguments or an invalid configuration. */
    static Failure ofUsage(String message) {
        return new Failure(USAGE, null, null, message, null, null, null, Outcome.NOT_DONE, 0, null, ExitCode.USAGE);
    }

    static Failure of(Exception exception) {
        if (exception instanceof MigrateException e) {
            return of(e);
        }
        if (exception instanceof UsageException e) {
            return ofUsage(String.valueOf(e.getMessage()));
        }
        return new Failure(
                "Internal",
                null,
                null,
                "Internal error: " + exception + ".",
                null,
                null,
                "Run again with --verbose and report the output.",
                Outcome.UNKNOWN,
                0,
                null,
                ExitCode.of(exception));
    }

    private static Failure of(MigrateException exception) {
        Enum<?> reason = exception.reason();
        return new Failure(
                exception.getClass().getSimpleName().replaceFirst("Exception$", ""),
                reason == null ? null : reason.name().toLowerCase(Locale.ROOT),
                exception.revision(),
                exception.failure(),
                exception.statement(),
                exception.state(),
                exception.remedy(),
                exception.outcome(),
                exception.serverCode(),
                exception.sqlState(),
                ExitCode.of(exception));
    }

    /** The parts as lines of text: what failed, the statement, the state of the database, what to do next. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(message));
        addIfAny(lines, STATEMENT, statement);
        addIfAny(lines, "State: ", state);
        addIfAny(lines, "Next: ", remedy);
        return lines;
    }

    private static void addIfAny(List<String> lines, String title, @Nullable String text) {
        if (text != null) {
            lines.add(title + text);
        }
    }
}
