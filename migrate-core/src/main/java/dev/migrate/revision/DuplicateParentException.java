package dev.migrate.revision;

/** A revision names the same parent more than once. */
public final class DuplicateParentException extends RevisionException {

    private final String revision;

    private final String parent;

    DuplicateParentException(String revision, String parent) {
        super(
                "Revision " + quoted(revision) + " names its parent " + quoted(parent) + " more than once.",
                "Name it once; a merge names each of the heads that it joins.");
        this.revision = revision;
        this.parent = parent;
    }

    /**
     * Says the id of the revision.
     *
     * @return the id of the revision
     */
    public String revision() {
        return revision;
    }

    /**
     * Says the id that it names more than once.
     *
     * @return the id that it names more than once
     */
    public String parent() {
        return parent;
    }
}
