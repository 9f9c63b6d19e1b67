package dev.migrate.plan;

import static dev.migrate.revision.QuotedNames.listed;
import static dev.migrate.revision.QuotedNames.quoted;

import dev.migrate.error.RevisionException;
import dev.migrate.error.RevisionException.Reason;
import java.util.List;

/** Creates the exceptions of this package. */
final class PlanErrors {

    private PlanErrors() {}

    /** The revision is the id that the target resolves to, or {@code base}. */
    static RevisionException alreadyApplied(String target, String revision, List<String> rows) {
        return new RevisionException(
                Reason.ALREADY_APPLIED,
                target,
                rows,
                "The target " + quoted(target) + " has already been passed: "
                        + (revision.equals("base")
                                ? "the database is no longer at base"
                                : "revision " + quoted(revision) + " and its descendants are applied")
                        + ". The current revisions are " + listed(rows) + ". Nothing was changed.",
                "To return to it, downgrade to " + quoted(revision) + "; to move forward, upgrade to a head.");
    }

    static RevisionException notApplied(String target, String revision, List<String> rows) {
        return new RevisionException(
                Reason.NOT_APPLIED,
                target,
                rows,
                "Revision " + quoted(revision) + " is not applied, so " + quoted(target)
                        + " cannot be the target of a downgrade. The current revisions are " + listed(rows)
                        + ". Nothing was changed.",
                "Name an ancestor of the current revisions, or upgrade to " + quoted(revision) + ".");
    }

    static RevisionException multipleTargets(String target, List<String> revisions) {
        return new RevisionException(
                Reason.MULTIPLE_TARGETS,
                target,
                revisions,
                "A downgrade needs a single target, but " + quoted(target) + " matches " + revisions.size()
                        + " revisions: " + listed(revisions) + ".",
                "Name one revision, or use label@base to revert one branch.");
    }

    static RevisionException overlappingTargets(String target, String other) {
        return new RevisionException(
                Reason.OVERLAPPING_TARGETS,
                target,
                List.of(other),
                "The targets " + quoted(target) + " and " + quoted(other) + " overlap: " + quoted(other)
                        + " is a descendant of " + quoted(target) + ".",
                "Give only one of them.");
    }

    static RevisionException inUse(String target, String revision, List<String> neededBy) {
        return new RevisionException(
                Reason.IN_USE,
                target,
                neededBy,
                "The target " + quoted(target) + " cannot be reached: it requires reverting revision "
                        + quoted(revision) + ", but " + listed(neededBy) + " outside of the branch still "
                        + (neededBy.size() == 1 ? "depends" : "depend") + " on it. Nothing was changed.",
                "To revert only the branch, downgrade to label@base; to revert the others as well, name the revision"
                        + " without the branch.");
    }

    static RevisionException disconnectedRange(String range, List<String> start, List<String> end) {
        return new RevisionException(
                Reason.DISCONNECTED_RANGE,
                range,
                List.of(),
                "The range " + quoted(range) + " goes from " + (start.isEmpty() ? "base" : listed(start)) + " to "
                        + (end.isEmpty() ? "base" : listed(end)) + ", but these are not connected in this direction.",
                "Upgrades and listings go from an ancestor to a descendant,"
                        + " downgrades from a descendant to an ancestor.");
    }

    static RevisionException notAHead(String target, List<String> followed, List<String> heads) {
        return new RevisionException(
                Reason.NOT_A_HEAD,
                target,
                followed,
                "A new revision cannot follow " + listed(followed) + ", because "
                        + (followed.size() == 1 ? "it is not a head." : "they are not heads."),
                "Create a branch there (spliced(), or --splice), or follow a head: " + listed(heads) + ".");
    }

    static RevisionException relativeParent(String target) {
        return new RevisionException(
                Reason.NOT_A_HEAD,
                target,
                List.of(),
                "The target " + quoted(target)
                        + " depends on the current revisions of a database, but a new revision is created without one.",
                "Name a revision by its id or label, or head.");
    }

    static RevisionException notMergeable(List<String> revisions, List<String> followed, List<String> heads) {
        return new RevisionException(
                Reason.NOT_MERGEABLE,
                String.join(" ", revisions),
                followed,
                followed.isEmpty()
                        ? "A merge needs two or more heads, but only "
                                + (revisions.isEmpty() ? "the base" : listed(revisions)) + " was named."
                        : "A merge needs heads, but " + listed(followed)
                                + (followed.size() == 1 ? " is not a head." : " are not heads."),
                heads.size() > 1
                        ? "The heads are " + listed(heads) + "; \"heads\" names all of them."
                        : "There is only one head, so there is nothing to merge.");
    }
}
