package dev.migrate.revision;

/** A revision declares a label that no expression could name. */
public final class InvalidLabelException extends RevisionException {

    private final String label;

    private final String revision;

    private final String reason;

    InvalidLabelException(String label, String revision, String reason) {
        super(
                "The label " + quoted(label) + " of revision " + quoted(revision) + " cannot be used: it " + reason
                        + ".",
                "Give the branch another label, such as a lower case word.");
        this.label = label;
        this.revision = revision;
        this.reason = reason;
    }

    /**
     * Says the label as it was declared.
     *
     * @return the label as it was declared
     */
    public String label() {
        return label;
    }

    /**
     * Says the id of the revision that declares it.
     *
     * @return the id of the revision that declares it
     */
    public String revision() {
        return revision;
    }

    /**
     * Says what is wrong with it, as half a sentence.
     *
     * @return what is wrong with it, as half a sentence
     */
    public String reason() {
        return reason;
    }
}
