package dev.migrate.revision;

/** An expression names a revision on a branch that it is not part of. */
public final class NotInBranchException extends RevisionException {

    private final String revision;

    private final String branch;

    NotInBranchException(String revision, String branch) {
        super(
                "Revision " + quoted(revision) + " is not part of branch " + quoted(branch)
                        + ": it is neither an ancestor nor a descendant of the revision that has that name.",
                "Leave the branch out, or name a revision of it.");
        this.revision = revision;
        this.branch = branch;
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
     * Says the branch as it was given.
     *
     * @return the branch as it was given
     */
    public String branch() {
        return branch;
    }
}
