package dev.migrate.error;

import java.util.List;

/** The database lacks revisions, so what it differs in from the model is no matter of a new one. Nothing was written. */
public final class NotUpToDateException extends MigrateException {

    private final List<String> pending;

    /**
     * Names the revisions.
     *
     * @param pending the ids of the revisions that are not applied, in the order in which they would run
     */
    public NotUpToDateException(List<String> pending) {
        super(
                "The database is not up to date: " + (pending.size() == 1 ? "revision " : "revisions ")
                        + String.join(", ", pending) + (pending.size() == 1 ? " is" : " are")
                        + " not applied, so that a new one would repeat what "
                        + (pending.size() == 1 ? "it does" : "they do")
                        + ". Nothing was written.",
                "Run upgrade first.");
        this.pending = List.copyOf(pending);
    }

    /**
     * Names the revisions that are not applied.
     *
     * @return their ids, in the order in which they would run
     */
    public List<String> pending() {
        return pending;
    }
}
