package dev.migrate.cli;

import dev.migrate.error.LockException;
import dev.migrate.error.StatementOutcomeUnknownException;

/** How a command ends. Scripts rely on the numbers: they stay as they are. */
enum ExitCode {
    /** It did what it was asked for. */
    WORKED(0),
    /** It worked, and the answer is no: revisions are pending, or the database is not what the model wants. */
    DIFFERENT(1),
    /** It was not understood, or its options do not say enough. */
    USAGE(2),
    /** It failed. */
    FAILED(3),
    /** Somebody else migrates the database and did not end in time. */
    LOCKED(4),
    /** A person has to say, with {@code resolve}, what became of a statement. */
    UNDECIDED(5);

    /** What the help says of them. */
    static final String HELP =
            "Exit codes: 0 it worked, 1 revisions are pending or the database differs (check, diff), 2 not understood,"
                    + " 3 failed, 4 somebody else migrates the database, 5 undecided: see resolve.";

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
        return exception instanceof StatementOutcomeUnknownException ? UNDECIDED : FAILED;
    }
}
