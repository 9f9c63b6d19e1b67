package dev.migrate.revision;

import dev.migrate.error.RevisionException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A place, resolved in a graph and for a state of a database. Immutable.
 *
 * @param place the place
 * @param revisions the resolved ids, sorted; empty for the base
 * @param line the id of the revision to whose ancestors and descendants the place is restricted: the given branch or,
 *     for relative steps that end at the base, the revision from which they start; empty for no restriction
 */
public record ResolvedTarget(Target.Place place, List<String> revisions, Optional<String> line) {

    /** Copies the list. */
    public ResolvedTarget {
        Objects.requireNonNull(place, "place");
        revisions = List.copyOf(revisions);
        Objects.requireNonNull(line, "line");
    }

    /**
     * Returns whether the place is the base, or the base of its branch.
     *
     * @return true if there is no revision
     */
    public boolean isBase() {
        return revisions.isEmpty();
    }

    /**
     * Checks that there is something to revert on the branch to which the place is restricted, if any.
     *
     * @param graph the revisions
     * @param applied the ids of all applied revisions
     * @throws RevisionException if no revision of the {@linkplain RevisionGraph#branch branch} is applied
     */
    public void requireApplied(RevisionGraph graph, Set<String> applied) {
        if (line.isPresent() && Collections.disjoint(graph.branch(line.get()), applied)) {
            String branch = place.branch().orElse(line.get());
            throw RevisionErrors.branchNotApplied(place.expression(), branch, graph.maximal(applied));
        }
    }
}
