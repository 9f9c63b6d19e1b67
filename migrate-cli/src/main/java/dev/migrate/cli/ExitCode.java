package dev.migrate.cli;

import dev.migrate.error.LockException;
import dev.migrate.error.StatementOutcomeUnknownException;

/** The exit codes. Scripts rely on the numbers, so they must not change. */
enum ExitCode {
    /** Success. */
    SUCCESS(0),
    /**
     * Success with a negative answer: revisions are pending, the database differs, a rule fails, or a statement exceeds
     * the limits.
     */
    DIFFERENT(1),
    /** Invalid arguments or configuration. */
    USAGE(2),
    /** Failure. */
    FAILED(3),
    /** Another run is migrating the database and did not finish in time. */
    LOCKED(4),
    /** The outcome of a statement must be determined by a person, with {@code resolve}. */
    OUTCOME_UNKNOWN(5);

    /** The description of the codes in the help. */
    static final String HELP =
            "Exit codes: 0 success, 1 revisions are pending, the database differs, a rule fails or a statement exceeds"
                    + " the limits (check, diff, baseline, lint, verify, plan), 2 usage error, 3 failure, 4 another run is"
                    + " migrating the database, 5 outcome unknown: see resolve.";

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static ExitCode of(Exception exception) {
        if (exception instanceof UsageException) {
            return USAGE;
        }
        if (exception instanceof LockException lock && lock.reason() != LockException.Reason.LOST) {
            return LOCKED;
        }
        return exception instanceof StatementOutcomeUnknownException ? OUTCOME_UNKNOWN : FAILED;
    }
}
