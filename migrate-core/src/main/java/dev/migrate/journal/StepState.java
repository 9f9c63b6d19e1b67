package dev.migrate.journal;

/** The state of a step. */
public enum StepState {
    /** It has begun: it is running, or was interrupted. */
    STARTED,
    /** One of its statements failed; the ones before it are committed. */
    FAILED,
    /** It is complete and recorded in the version table. */
    DONE,
    /** It was abandoned: its statements were reverted, or the version table was purged. */
    ABORTED
}
