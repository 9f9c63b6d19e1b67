package dev.migrate.journal;

/** How far a step has come. */
public enum StepState {
    /** It was begun; it goes on, or its runner died. */
    STARTED,
    /** One of its statements failed; those before it stay done. */
    FAILED,
    /** All of it is done, and the version table says so. */
    DONE,
    /** It was given up: what it had done was taken back, or the version table was purged. */
    ABORTED
}
