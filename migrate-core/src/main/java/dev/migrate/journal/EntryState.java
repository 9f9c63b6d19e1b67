package dev.migrate.journal;

/** The state of an entry of the journal: of a step, or of one of its statements. */
public enum EntryState {
    /** A step that was started: it is running, or was interrupted. A statement whose intent is recorded. */
    STARTED,
    /** A statement that the server rejected, so it has no effect. A step with such a statement. */
    FAILED,
    /** A statement that was executed and is committed. A step that is complete and recorded in the version table. */
    DONE,
    /** A step that was abandoned: its statements were reverted, or the version table was purged. */
    ABORTED;

    /**
     * Returns whether a step in this state was started and has not ended.
     *
     * @return true if the next run has to complete it
     */
    public boolean isInterrupted() {
        return this == STARTED || this == FAILED;
    }
}
