package dev.migrate.internal.engine;

/** What can be seen of a statement that was about to run when its runner died. */
enum ProbeResult {
    /** It was carried out. */
    DONE,
    /** It was not, or nothing is lost if it runs again. */
    NOT_DONE,
    /** Nothing is different from before, but nothing need be: it was not carried out, or it had nothing to change. */
    NO_DIFFERENCE,
    /** Neither what was there before is there, nor what it should have made. */
    NEITHER_STATE,
    /** It leaves nothing to be seen. */
    NOT_OBSERVABLE
}
