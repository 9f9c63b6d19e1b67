package dev.migrate.provider;

/** The result of probing a statement that was about to run when its run was interrupted. */
public enum ProbeResult {
    /** It was carried out. */
    DONE,
    /** It was not carried out, or running it again does no harm. */
    NOT_DONE,
    /** The state is the same as before, and is the state that the statement produces: it may or may not have run. */
    NO_DIFFERENCE,
    /** The state is neither the one before the statement nor the one that it produces. */
    NEITHER_STATE,
    /** The statement has no effect that can be observed. */
    NOT_OBSERVABLE
}
