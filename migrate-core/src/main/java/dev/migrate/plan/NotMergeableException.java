package dev.migrate.plan;

import dev.migrate.revision.RevisionException;
import java.util.List;

/** What was to be joined are not two heads or more. */
public final class NotMergeableException extends RevisionException {

    private final List<String> revisions;
    private final List<String> followed;

    NotMergeableException(List<String> revisions, List<String> followed, List<String> heads) {
        super(
                followed.isEmpty()
                        ? "A merge joins two heads or more, and only "
                                + (revisions.isEmpty() ? "the base" : listed(revisions)) + " was named."
                        : "A merge joins heads, and " + listed(followed) + " " + (followed.size() == 1 ? "is" : "are")
                                + " followed by other revisions.",
                heads.size() > 1
                        ? "The heads are " + listed(heads) + "; \"heads\" names them all."
                        : "There is one head only, so there is nothing to join.");
        this.revisions = List.copyOf(revisions);
        this.followed = List.copyOf(followed);
    }

    /**
     * Says what was to be joined.
     *
     * @return the ids of the revisions, sorted
     */
    public List<String> revisions() {
        return revisions;
    }

    /**
     * Says which of them are no heads.
     *
     * @return their ids, sorted; empty if there were too few to join
     */
    public List<String> followed() {
        return followed;
    }
}
