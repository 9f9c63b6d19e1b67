package dev.migrate.plan;

import dev.migrate.revision.RevisionNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of applying, reverting and applying a revision again in a scratch database, or of running a repeatable
 * migration twice. Immutable.
 *
 * @param revision the revision, or the name of the repeatable migration
 * @param status the outcome
 * @param details what was found, as complete sentences: what is wrong, or why the revision is irreversible or was not
 *     verified; empty if it was verified
 * @param hash the hash of the statements of a revision in both directions, or null unless it was verified
 */
public record VerifiedRevision(
        RevisionNode revision,
        Status status,
        List<String> details,
        @Nullable String hash) {

    /** The outcome for a revision. */
    public enum Status {
        /**
         * The downgrade restores the schema before the revision, and a second upgrade the one after it. The second run of a
         * repeatable migration has the same result as the first.
         */
        VERIFIED,
        /** The revision declares a reason why it cannot be reverted. It was applied. */
        IRREVERSIBLE,
        /** A statement failed, a schema differs, or a revision has no downgrade and no reason for it. */
        FAILED,
        /**
         * It was not applied: one before it could not be, or it is a repeatable migration that may reach anything outside of
         * the scratch database.
         */
        SKIPPED
    }

    /** Copies the list and rejects null. */
    public VerifiedRevision {
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(status, "status");
        details = List.copyOf(details);
    }
}
