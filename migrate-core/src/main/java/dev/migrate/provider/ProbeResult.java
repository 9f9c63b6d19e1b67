package dev.migrate.provider;

/** The result of probing a statement that was about to run when its run was interrupted. */
public enum ProbeResult {
    /** It was executed. */
    DONE,
    /** It was not executed, or can safely be repeated. */
    NOT_DONE,
    /** The state before and the state after the statement are equal: it may or may not have been executed. */
    NO_DIFFERENCE,
    /** The state is neither the one before the statement nor the one that it produces. */
    NEITHER_STATE,
    /** The statement has no effect that can be observed. */
    NOT_OBSERVABLE
}
