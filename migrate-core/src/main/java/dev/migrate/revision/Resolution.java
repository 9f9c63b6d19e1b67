package dev.migrate.revision;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a place means in a graph, for a database that stands somewhere. Immutable.
 *
 * @param place the place that was looked up
 * @param revisions the ids that it names, sorted; empty for the base
 * @param line the id of the revision whose lines the place is confined to: that of the branch that was named, or, where
 *     steps down from a revision end at the base, that revision; empty for all lines
 */
public record Resolution(Target.Place place, List<String> revisions, Optional<String> line) {

    /** Copies the list. */
    public Resolution {
        Objects.requireNonNull(place, "place");
        revisions = List.copyOf(revisions);
        Objects.requireNonNull(line, "line");
    }

    /**
     * Looks a place up.
     *
     * @param graph the revisions
     * @param rows the ids that the version table holds
     * @param place the place
     * @return what it names
     * @throws UnknownRevisionException if no revision has the name, or a name that begins with it
     * @throws AmbiguousPrefixException if several revisions have names that begin with it
     * @throws NotInBranchException if the revision is not on the branch
     * @throws MultipleHeadsException if one head is asked for and there are several
     * @throws AmbiguousStepException if steps can be followed in more than one way
     * @throws WalkedTooFarException if there are fewer steps than asked for
     * @throws BranchNotAppliedException if steps down are asked for on a branch that is not applied
     * @throws UnknownStoredRevisionException if the place is relative to the rows and no revision has one of them
     */
    public static Resolution of(RevisionGraph graph, Collection<String> rows, Target.Place place) {
        return new Resolver(graph, rows, place).resolve();
    }

    /**
     * Tells whether the place is before everything, or before everything on its line.
     *
     * @return true if it names no revision
     */
    public boolean isBase() {
        return revisions.isEmpty();
    }

    /**
     * Checks that there is something to undo on the line that the place is confined to, if it is.
     *
     * @param graph the revisions
     * @param applied the ids of all revisions that are applied
     * @throws BranchNotAppliedException if nothing of the {@linkplain RevisionGraph#branch branch} is applied
     */
    public void requireApplied(RevisionGraph graph, Set<String> applied) {
        if (line.isPresent() && Collections.disjoint(graph.branch(line.get()), applied)) {
            String branch = place.branch().orElse(line.get());
            throw new BranchNotAppliedException(place.expression(), branch, graph.tips(applied));
        }
    }
}
