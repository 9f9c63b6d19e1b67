package dev.migrate.error;

import java.util.List;
import java.util.Objects;

/**
 * The revisions do not form a valid history, or a target does not identify revisions that can be reached. Nothing was
 * changed.
 */
public final class RevisionException extends MigrateException {

    /** The ways in which revisions and targets are rejected. */
    public enum Reason {
        /** A revision id is too long or not allowed. */
        INVALID_ID,
        /** Several migrations have the same revision id. */
        DUPLICATE_ID,
        /** A branch label is not allowed; the revision declares it. */
        INVALID_LABEL,
        /** A branch label is already a label or an id; the revisions declare it. */
        LABEL_CLASH,
        /** A parent does not exist; the revision names it. */
        UNKNOWN_PARENT,
        /** A parent is named more than once; the revision names it. */
        DUPLICATE_PARENT,
        /** A dependency does not exist; the revision names it. */
        UNKNOWN_DEPENDENCY,
        /** The revisions follow or depend on one another in a cycle, in this order. */
        CYCLE,
        /** A target is not well-formed. */
        SYNTAX,
        /** A target is a range, and ranges are not allowed. */
        RANGE_NOT_ALLOWED,
        /** A target names a revision or a branch that does not exist. */
        UNKNOWN,
        /** The version table has revisions that no migration has. */
        UNKNOWN_IN_DATABASE,
        /** A target matches each of the revisions. */
        AMBIGUOUS,
        /** A target requires a single head, and the revisions are all heads. */
        MULTIPLE_HEADS,
        /** The revision does not belong to the branch. */
        NOT_IN_BRANCH,
        /** A relative target has more steps than there are revisions. */
        OUT_OF_RANGE,
        /** No revision of the branch is applied; the revisions are those of the version table. */
        BRANCH_NOT_APPLIED,
        /** The target of an upgrade has been passed; the revisions are those of the version table. */
        ALREADY_APPLIED,
        /** The target of a downgrade is not applied; the revisions are those of the version table. */
        NOT_APPLIED,
        /** A target matches each of the revisions, and a downgrade takes one. */
        MULTIPLE_TARGETS,
        /** A target is an ancestor of another; the revision is the other. */
        OVERLAPPING_TARGETS,
        /** A downgrade would revert a revision that the revisions outside of its branch still depend on. */
        IN_USE,
        /** Neither end of a range is an ancestor of the other. */
        DISCONNECTED_RANGE,
        /** A new revision cannot follow the revisions, because they are not heads. */
        NOT_A_HEAD,
        /** The revisions cannot be merged, because they are not two or more heads. */
        NOT_MERGEABLE
    }

    private final Reason reason;
    private final String subject;
    private final List<String> revisions;

    /**
     * Creates an exception.
     *
     * @param reason the way in which the revisions or the target are rejected
     * @param subject the target, id or label that is rejected, as written
     * @param revisions the ids of the other revisions concerned, as the reason describes
     * @param problem what is wrong
     * @param remedy what to do next
     */
    public RevisionException(Reason reason, String subject, List<String> revisions, String problem, String remedy) {
        super(problem, remedy);
        this.reason = Objects.requireNonNull(reason, "reason");
        this.subject = Objects.requireNonNull(subject, "subject");
        this.revisions = List.copyOf(revisions);
    }

    /**
     * Returns the way in which the revisions or the target are rejected.
     *
     * @return the reason
     */
    @Override
    public Reason reason() {
        return reason;
    }

    /**
     * Returns the target, id or label that is rejected.
     *
     * @return the text as written
     */
    public String subject() {
        return subject;
    }

    /**
     * Returns the other revisions concerned, as the reason describes.
     *
     * @return their ids, or an empty list
     */
    public List<String> revisions() {
        return revisions;
    }
}
