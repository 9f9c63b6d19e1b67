package dev.migrate;

/** What a person has seen in the database of a statement that a run could not decide. */
public enum StatementOutcome {
    /** The statement was carried out: its effect is there. */
    DONE,
    /** The statement was not carried out, or was taken back by hand: it will run. */
    NOT_DONE
}
