package dev.migrate.revision;

import java.util.List;
import java.util.Objects;

/**
 * A revision as declared by its author: its id and its references to other revisions.
 *
 * <p>Parents and dependencies keep their declared order. {@link RevisionGraph#of} checks whether the id is valid and
 * the references exist. Immutable.
 *
 * @param id the id, unique in the graph
 * @param parents the ids of the parents; empty for a base
 * @param labels the labels of the branch that starts with this revision
 * @param dependsOn ids or labels of revisions that must be applied first but are not parents
 * @param message a short description on one line; may be empty
 */
public record RevisionNode(
        String id, List<String> parents, List<String> labels, List<String> dependsOn, String message) {

    /** Copies the lists, which must not contain null. */
    public RevisionNode {
        Objects.requireNonNull(id, "id");
        parents = List.copyOf(parents);
        labels = List.copyOf(labels);
        dependsOn = List.copyOf(dependsOn);
        Objects.requireNonNull(message, "message");
    }
}
