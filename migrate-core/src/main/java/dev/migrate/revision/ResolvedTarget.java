package dev.migrate.revision;

import dev.migrate.error.RevisionException;
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
public record ResolvedTarget(Target.Place place, List<String> revisions, Optional<String> line) {

    /** Copies the list. */
    public ResolvedTarget {
        Objects.requireNonNull(place, "place");
        revisions = List.copyOf(revisions);
        Objects.requireNonNull(line, "line");
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
     * @throws RevisionException if nothing of the {@linkplain RevisionGraph#branch branch} is applied
     */
    public void requireApplied(RevisionGraph graph, Set<String> applied) {
        if (line.isPresent() && Collections.disjoint(graph.branch(line.get()), applied)) {
            String branch = place.branch().orElse(line.get());
            throw RevisionErrors.branchNotApplied(place.expression(), branch, graph.maximal(applied));
        }
    }
}
