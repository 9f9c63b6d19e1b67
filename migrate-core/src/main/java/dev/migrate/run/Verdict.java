package dev.migrate.run;

/** What can be seen of a statement that was about to run when its runner died. */
enum Verdict {
    /** It was carried out. */
    DONE,
    /** It was not, or nothing is lost if it runs again. */
    NOT_DONE,
    /** Nothing is different from before, but nothing need be: it was not carried out, or it had nothing to change. */
    NO_DIFFERENCE,
    /** Neither what was there before is there, nor what it should have made. */
    CHANGED_OTHERWISE,
    /** It leaves nothing to be seen. */
    WITHOUT_TRACE
}
