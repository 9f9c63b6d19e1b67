package dev.migrate.internal.engine;

import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The revisions of this code, and those that the database has in addition. Immutable.
 *
 * @param graph the revisions of this code, the newer ones as the journal recorded them, and the foreign ones
 * @param newer the ids in the version table that this code lacks, although the journal connects them with its revisions: a
 *     newer version of the application applied them
 * @param foreign the other ids in the version table that this code lacks
 */
public record RecordedGraph(RevisionGraph graph, List<String> newer, List<String> foreign) {

    /** Copies the lists. */
    public RecordedGraph {
        newer = List.copyOf(newer);
        foreign = List.copyOf(foreign);
    }

    /**
     * Compares the version table with the revisions of this code. The journal is read only if an id is unknown.
     *
     * @param code the revisions of this code
     * @param rows the ids in the version table
     */
    public static RecordedGraph of(RevisionGraph code, History history, Collection<String> rows) {
        TreeSet<String> unknown = new TreeSet<>(rows);
        unknown.removeIf(id -> code.find(id).isPresent());
        if (unknown.isEmpty()) {
            return new RecordedGraph(code, List.of(), List.of());
        }
        boolean isPartlyKnown = unknown.size() < rows.size();
        Map<String, RevisionNode> recorded = history.recordedRevisions();
        Map<String, RevisionNode> added = new TreeMap<>();
        List<String> newer = new ArrayList<>();
        List<String> foreign = new ArrayList<>();
        for (String id : unknown) {
            Optional<Map<String, RevisionNode>> lineage = unknownAncestors(id, code, recorded, isPartlyKnown);
            lineage.ifPresent(added::putAll);
            (lineage.isPresent() ? newer : foreign).add(id);
        }
        for (String id : foreign) {
            added.putIfAbsent(id, new RevisionNode(id, List.of(), List.of(), List.of(), ""));
        }
        return new RecordedGraph(union(code, added), newer, foreign);
    }

    /**
     * Returns the graph.
     *
     * @throws dev.migrate.error.RevisionException if the version table contains foreign ids
     */
    RevisionGraph requireNoForeign(RevisionGraph code, Collection<String> rows) {
        if (!foreign.isEmpty()) {
            code.requireStored(rows);
        }
        return graph;
    }

    /**
     * Returns a revision and those of its ancestors that this code lacks, or empty if the journal does not connect them
     * with this code.
     */
    private static Optional<Map<String, RevisionNode>> unknownAncestors(
            String id, RevisionGraph code, Map<String, RevisionNode> recorded, boolean isPartlyKnown) {
        Map<String, RevisionNode> found = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        boolean isConnected = isPartlyKnown;
        while (!open.isEmpty()) {
            String next = open.pop();
            RevisionNode revision = recorded.get(next);
            if (code.find(next).isPresent()) {
                isConnected = true;
            } else if (revision == null) {
                return Optional.empty();
            } else if (found.put(next, revision) == null) {
                open.addAll(revision.parents());
            }
        }
        return isConnected ? Optional.of(found) : Optional.empty();
    }

    /** A dependency may be a label, which the journal does not resolve: only ids are kept. */
    private static RevisionGraph union(RevisionGraph code, Map<String, RevisionNode> added) {
        List<RevisionNode> revisions = new ArrayList<>(code.revisions());
        for (RevisionNode node : added.values()) {
            List<String> dependencies = node.dependsOn().stream()
                    .filter(id -> code.find(id).isPresent() || added.containsKey(id))
                    .toList();
            revisions.add(new RevisionNode(node.id(), node.parents(), List.of(), dependencies, node.message()));
        }
        return RevisionGraph.of(revisions);
    }
}
