package dev.migrate.revision;

import java.util.List;
import java.util.Objects;

/**
 * One revision as its author declares it: its id and its pointers to other revisions.
 *
 * <p>Parents and dependencies are kept in the order in which they were written; whether the id is a legal one and
 * whether what it points to exists is for {@link RevisionGraph#of} to say. Immutable.
 *
 * @param id the id, unique in the graph
 * @param parents ids of the revisions that this one follows; empty for a base
 * @param labels names of the branch that starts here
 * @param dependsOn ids or labels of revisions that must be applied before this one, without being its parents
 * @param message what the revision does, in one line; may be empty
 */
public record RevisionNode(
        String id, List<String> parents, List<String> labels, List<String> dependsOn, String message) {

    /** Copies the lists, which hold no null. */
    public RevisionNode {
        Objects.requireNonNull(id, "id");
        parents = List.copyOf(parents);
        labels = List.copyOf(labels);
        dependsOn = List.copyOf(dependsOn);
        Objects.requireNonNull(message, "message");
    }
}
