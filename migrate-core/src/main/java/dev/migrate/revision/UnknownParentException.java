package dev.migrate.revision;

import java.util.List;

/** A revision follows a revision that does not exist. */
public final class UnknownParentException extends RevisionException {

    private final String revision;

    private final String parent;

    private final List<String> suggestions;

    UnknownParentException(String revision, String parent, List<String> suggestions) {
        super(
                "Revision " + quoted(revision) + " follows " + quoted(parent) + ", and no migration has that id.",
                didYouMean(suggestions) + "Add the missing migration, or correct the parent of " + quoted(revision)
                        + ".");
        this.revision = revision;
        this.parent = parent;
        this.suggestions = List.copyOf(suggestions);
    }

    /**
     * Says the id of the revision whose parent is missing.
     *
     * @return the id of the revision whose parent is missing
     */
    public String revision() {
        return revision;
    }

    /**
     * Says the parent that does not exist.
     *
     * @return the parent that does not exist
     */
    public String parent() {
        return parent;
    }

    /**
     * Says ids that are spelled nearly so, nearest first; may be empty.
     *
     * @return ids that are spelled nearly so, nearest first; may be empty
     */
    public List<String> suggestions() {
        return suggestions;
    }
}
