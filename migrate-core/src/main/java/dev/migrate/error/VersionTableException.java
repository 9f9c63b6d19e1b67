package dev.migrate.error;

import org.jspecify.annotations.Nullable;

/** The version table could not be read or written, or does not hold what it held when the run began. */
public final class VersionTableException extends MigrateException {

    private final Outcome outcome;

    /**
     * Says what is wrong with the table.
     *
     * @param outcome what became of the change of the table
     * @param problem what happened
     * @param remedy what to do next
     * @param cause what the driver said, or null where the table answered, but not as expected
     */
    public VersionTableException(Outcome outcome, String problem, String remedy, @Nullable Throwable cause) {
        super(problem, remedy, cause);
        this.outcome = outcome;
    }

    @Override
    public Outcome outcome() {
        return outcome;
    }
}
