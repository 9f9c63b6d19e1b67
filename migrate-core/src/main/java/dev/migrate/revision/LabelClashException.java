package dev.migrate.revision;

/** A label is declared twice, or is the id of a revision. */
public final class LabelClashException extends RevisionException {

    private final String label;

    private final String revision;

    private final String other;

    LabelClashException(String label, String revision, String other) {
        super(
                "The label " + quoted(label) + " of revision " + quoted(revision) + " is already the "
                        + (label.equals(other) ? "id of a revision." : "label of revision " + quoted(other) + "."),
                "A label names one place: keep it on the revision where the branch starts and take it from the other.");
        this.label = label;
        this.revision = revision;
        this.other = other;
    }

    /**
     * Says the label.
     *
     * @return the label
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
     * Says the id of the revision that has the same label or id; the same as the revision if it declares the label twice.
     *
     * @return the id of the revision that has the same label or id; the same as the revision if it declares the label twice
     */
    public String other() {
        return other;
    }
}
