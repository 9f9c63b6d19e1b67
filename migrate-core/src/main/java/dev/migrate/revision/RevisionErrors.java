package dev.migrate.revision;

import static dev.migrate.revision.QuotedNames.listed;
import static dev.migrate.revision.QuotedNames.quoted;

import dev.migrate.error.RevisionException;
import dev.migrate.error.RevisionException.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Creates the exceptions of this package. */
final class RevisionErrors {

    private static final int SHORTEST_PREFIX = 4;

    private RevisionErrors() {}

    static RevisionException invalidId(String id, String why) {
        return new RevisionException(
                Reason.INVALID_ID,
                id,
                List.of(),
                "The revision id " + quoted(id) + " is not allowed: it " + why + ".",
                "Choose another id: 1 to 32 characters, for example twelve hexadecimal digits, without @ - + and :.");
    }

    static RevisionException duplicateId(String id, List<String> messages) {
        return new RevisionException(
                Reason.DUPLICATE_ID,
                id,
                List.of(),
                "The revision id " + quoted(id) + " is used by " + messages.size() + " migrations: " + listed(messages)
                        + ".",
                "Give each of them a different id, but keep the id of one that is already applied.");
    }

    static RevisionException invalidLabel(String label, String revision, String why) {
        return new RevisionException(
                Reason.INVALID_LABEL,
                label,
                List.of(revision),
                "The label " + quoted(label) + " of revision " + quoted(revision) + " is not allowed: it " + why + ".",
                "Choose another label, for example a lowercase word.");
    }

    /** The other revision already has the label, possibly as its id. */
    static RevisionException labelClash(String label, String revision, String other) {
        return new RevisionException(
                Reason.LABEL_CLASH,
                label,
                List.of(revision, other),
                "The label " + quoted(label) + " of revision " + quoted(revision) + " is already the "
                        + (label.equals(other) ? "id of a revision." : "label of revision " + quoted(other) + "."),
                "A label must be unique: keep it on the first revision of its branch and remove the other one.");
    }

    static RevisionException unknownParent(String revision, String parent, List<String> suggestions) {
        return new RevisionException(
                Reason.UNKNOWN_PARENT,
                parent,
                List.of(revision),
                "Revision " + quoted(revision) + " has the parent " + quoted(parent)
                        + ", but no migration has that id.",
                didYouMean(suggestions) + "Add the missing migration, or correct the parent of " + quoted(revision)
                        + ".");
    }

    static RevisionException duplicateParent(String revision, String parent) {
        return new RevisionException(
                Reason.DUPLICATE_PARENT,
                parent,
                List.of(revision),
                "Revision " + quoted(revision) + " names its parent " + quoted(parent) + " more than once.",
                "Name each parent once.");
    }

    static RevisionException unknownDependency(String revision, String dependency, List<String> suggestions) {
        return new RevisionException(
                Reason.UNKNOWN_DEPENDENCY,
                dependency,
                List.of(revision),
                "Revision " + quoted(revision) + " depends on " + quoted(dependency)
                        + ", but no migration has that id or label.",
                didYouMean(suggestions)
                        + "Add the missing migration, or correct the dependency."
                        + " A dependency must be a complete id or label.");
    }

    static RevisionException cycle(List<String> cycle, boolean isThroughDependencies) {
        return new RevisionException(
                Reason.CYCLE,
                cycle.get(0),
                cycle,
                cycle.size() == 1
                        ? "Revision " + quoted(cycle.get(0)) + (isThroughDependencies ? " depends on" : " follows")
                                + " itself."
                        : "Revisions " + (isThroughDependencies ? "depend on" : "follow") + " one another in a cycle: "
                                + cycle.stream().map(QuotedNames::quoted).collect(Collectors.joining(" -> ")) + " -> "
                                + quoted(cycle.get(0)) + ".",
                "Correct the " + (isThroughDependencies ? "dependency" : "parent") + " of one of them.");
    }

    static RevisionException syntax(String target, String why) {
        return new RevisionException(
                Reason.SYNTAX,
                target,
                List.of(),
                "The target " + quoted(target) + " cannot be parsed: " + why + ".",
                "Write an id or its prefix, a label, head, heads, base, current, +1, -1, head-1, label@head or"
                        + " label@-1, or two of them with a colon in between for a range.");
    }

    static RevisionException rangeNotAllowed(String target) {
        return new RevisionException(
                Reason.RANGE_NOT_ALLOWED,
                target,
                List.of(),
                "The target " + quoted(target) + " is a range, and ranges are not allowed here.",
                "Give only the end of the range; the start is read from the database. Ranges are allowed for the"
                        + " history and for SQL scripts.");
    }

    static RevisionException unknown(String name, List<String> suggestions) {
        return new RevisionException(
                Reason.UNKNOWN,
                name,
                List.of(),
                "No revision has the id or label " + quoted(name) + ", or an id that starts with it.",
                didYouMean(suggestions)
                        + (name.codePointCount(0, name.length()) < SHORTEST_PREFIX
                                ? "Prefixes must have at least four characters. "
                                : "")
                        + "Check that its migration is loaded.");
    }

    static RevisionException unknownInDatabase(List<String> unknown, List<String> suggestions) {
        return new RevisionException(
                Reason.UNKNOWN_IN_DATABASE,
                unknown.get(0),
                unknown,
                "The version table contains " + listed(unknown) + ", but no loaded migration has "
                        + (unknown.size() == 1 ? "that id." : "these ids."),
                didYouMean(suggestions)
                        + "If the migration exists elsewhere, for example in a newer version of the application or on"
                        + " another branch of its sources, add it. If it was removed on purpose, use"
                        + " stamp --purge (StampMode.PURGE) to record the actual revision of the database.");
    }

    static RevisionException ambiguousPrefix(String prefix, List<String> candidates) {
        return new RevisionException(
                Reason.AMBIGUOUS,
                prefix,
                candidates,
                "The prefix " + quoted(prefix) + " matches " + candidates.size() + " names: " + listed(candidates)
                        + ".",
                "Give more characters.");
    }

    /** The start of the step is empty if the step is relative to the current revisions or to the base. */
    static RevisionException ambiguousStep(String target, Optional<String> start, List<String> candidates) {
        return new RevisionException(
                Reason.AMBIGUOUS,
                target,
                candidates,
                "The target " + quoted(target) + " is ambiguous: "
                        + start.map(id -> "from " + quoted(id) + " it leads to ")
                                .orElse("it matches ")
                        + listed(candidates) + ".",
                "Name the revision, or the branch: label@"
                        + (target.contains("@") ? target.substring(target.indexOf('@') + 1) : target) + ".");
    }

    static RevisionException multipleHeads(String target, List<String> heads) {
        return new RevisionException(
                Reason.MULTIPLE_HEADS,
                target,
                heads,
                "The target " + quoted(target) + " requires a single head, but there are " + heads.size() + ": "
                        + listed(heads) + ".",
                "Name one of them, use label@head for the head of one branch or heads for all of them,"
                        + " or create a merge revision.");
    }

    static RevisionException notInBranch(String revision, String branch) {
        return new RevisionException(
                Reason.NOT_IN_BRANCH,
                branch,
                List.of(revision),
                "Revision " + quoted(revision) + " does not belong to branch " + quoted(branch)
                        + ": it is neither an ancestor nor a descendant of the revision with that name.",
                "Omit the branch, or name one of its revisions.");
    }

    /** The end is the id of the last revision that the steps reach, or base. */
    static RevisionException outOfRange(String target, int steps, String end) {
        return new RevisionException(
                Reason.OUT_OF_RANGE,
                target,
                end.equals(RevisionNames.BASE) ? List.of() : List.of(end),
                "The target " + quoted(target) + " is out of range: after " + steps
                        + (steps == 1 ? " step, " : " steps, ") + quoted(end) + " is reached and no revision remains.",
                "Use fewer steps, or name the revision.");
    }

    static RevisionException branchNotApplied(String target, String branch, List<String> rows) {
        return new RevisionException(
                Reason.BRANCH_NOT_APPLIED,
                target,
                rows,
                "No revision of branch " + quoted(branch) + " is applied, so there is nothing to revert for "
                        + quoted(target) + ". The current revisions are " + listed(rows) + ".",
                "Name a branch that is applied. The database was not changed.");
    }

    private static String didYouMean(List<String> suggestions) {
        return suggestions.isEmpty()
                ? ""
                : "Did you mean "
                        + suggestions.stream().map(QuotedNames::quoted).collect(Collectors.joining(" or ")) + "? ";
    }
}
