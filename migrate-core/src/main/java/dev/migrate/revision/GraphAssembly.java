package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Builds a graph from declared revisions, or reports the first error in them.
 *
 * <ol>
 *   <li>Sort by id, so that the result does not depend on the order of the input.
 *   <li>Check ids, then labels.
 *   <li>Replace the names of parents and dependencies by ranks in that order.
 *   <li>Sort the revisions topologically, parents and dependencies first, ties by id; if that is impossible, there is a
 *       cycle.
 * </ol>
 */
final class GraphAssembly {

    /**
     * The components of a graph.
     *
     * @param nodes the revisions in topological order; all positions refer to it
     * @param labelled the positions of the revisions that declare labels
     * @param parents from each revision to its parents
     * @param dependencies from each revision to its dependencies, without the redundant ones
     */
    record Numbered(List<RevisionNode> nodes, Map<String, Integer> labelled, Edges parents, Edges dependencies) {}

    private static final int[] NONE = {};

    private final List<RevisionNode> byId;
    private final Map<String, Integer> ranks;
    private final Map<String, Integer> labelRanks = new HashMap<>();

    private GraphAssembly(Collection<RevisionNode> revisions) {
        byId = new ArrayList<>(revisions);
        byId.sort(Comparator.comparing(RevisionNode::id));
        ranks = new HashMap<>(byId.size() * 2);
    }

    static Numbered assemble(Collection<RevisionNode> revisions) {
        GraphAssembly assembly = new GraphAssembly(revisions);
        assembly.checkIds();
        assembly.checkLabels();
        return assembly.numbered();
    }

    private void checkIds() {
        for (int rank = 0; rank < byId.size(); rank++) {
            String id = byId.get(rank).id();
            String problem = RevisionNames.problemOfId(id);
            if (problem != null) {
                throw RevisionErrors.invalidId(id, problem);
            }
            if (ranks.put(id, rank) != null) {
                List<String> messages = byId.stream()
                        .filter(node -> node.id().equals(id))
                        .map(RevisionNode::message)
                        .sorted()
                        .toList();
                throw RevisionErrors.duplicateId(id, messages);
            }
        }
    }

    private void checkLabels() {
        for (int rank = 0; rank < byId.size(); rank++) {
            RevisionNode node = byId.get(rank);
            for (String label : node.labels()) {
                String problem = RevisionNames.problemOfLabel(label);
                if (problem != null) {
                    throw RevisionErrors.invalidLabel(label, node.id(), problem);
                }
                if (ranks.containsKey(label)) {
                    throw RevisionErrors.labelClash(label, node.id(), label);
                }
                Integer other = labelRanks.putIfAbsent(label, rank);
                if (other != null) {
                    throw RevisionErrors.labelClash(
                            label, node.id(), byId.get(other).id());
                }
            }
        }
    }

    private Numbered numbered() {
        int[][] parents = new int[byId.size()][];
        int[][] dependencies = new int[byId.size()][];
        for (int rank = 0; rank < byId.size(); rank++) {
            parents[rank] = parentsOf(byId.get(rank));
            dependencies[rank] = dependenciesOf(byId.get(rank));
        }
        int[] order = order(new Edges(parents), new Edges(dependencies));
        int[] positions = new int[order.length];
        List<RevisionNode> nodes = new ArrayList<>(order.length);
        for (int position = 0; position < order.length; position++) {
            positions[order[position]] = position;
            nodes.add(byId.get(order[position]));
        }
        Map<String, Integer> labels = new HashMap<>();
        for (Map.Entry<String, Integer> label : labelRanks.entrySet()) {
            labels.put(label.getKey(), positions[label.getValue()]);
        }
        Edges followed = renumbered(parents, order, positions);
        Edges declared = renumbered(dependencies, order, positions);
        return new Numbered(nodes, labels, followed, Redundancy.removedFrom(declared, followed));
    }

    private int[] parentsOf(RevisionNode node) {
        int[] found = new int[node.parents().size()];
        for (int i = 0; i < found.length; i++) {
            String parent = node.parents().get(i);
            Integer rank = ranks.get(parent);
            if (rank == null) {
                throw RevisionErrors.unknownParent(node.id(), parent, NameSuggestions.near(parent, ranks.keySet()));
            }
            if (node.parents().indexOf(parent) < i) {
                throw RevisionErrors.duplicateParent(node.id(), parent);
            }
            found[i] = rank;
        }
        return found;
    }

    private int[] dependenciesOf(RevisionNode node) {
        if (node.dependsOn().isEmpty()) {
            return NONE;
        }
        Set<Integer> found = new LinkedHashSet<>();
        for (String name : node.dependsOn()) {
            Integer rank = ranks.getOrDefault(name, labelRanks.get(name));
            if (rank == null) {
                Set<String> names = new HashSet<>(ranks.keySet());
                names.addAll(labelRanks.keySet());
                throw RevisionErrors.unknownDependency(node.id(), name, NameSuggestions.near(name, names));
            }
            found.add(rank);
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private int[] order(Edges parents, Edges dependencies) {
        Edges requirements = parents.plus(dependencies);
        int[] order = parentsFirst(requirements);
        if (order.length < byId.size()) {
            boolean throughDependencies = parentsFirst(parents).length == byId.size();
            throw RevisionErrors.cycle(cycle(throughDependencies ? requirements : parents), throughDependencies);
        }
        return order;
    }

    /** The ranks in topological order, ties by the smallest rank; shorter if there is a cycle. */
    private static int[] parentsFirst(Edges requirements) {
        Edges dependents = requirements.inverted();
        int[] missing = new int[requirements.size()];
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int rank = 0; rank < missing.length; rank++) {
            missing[rank] = requirements.from(rank).length;
            if (missing[rank] == 0) {
                ready.add(rank);
            }
        }
        int[] order = new int[missing.length];
        int placed = 0;
        while (!ready.isEmpty()) {
            int rank = ready.remove();
            order[placed++] = rank;
            for (int dependent : dependents.from(rank)) {
                if (--missing[dependent] == 0) {
                    ready.add(dependent);
                }
            }
        }
        return Arrays.copyOf(order, placed);
    }

    /** One cycle: starts at a revision that could not be placed and follows its unplaced predecessors. */
    private List<String> cycle(Edges requirements) {
        boolean[] placed = new boolean[byId.size()];
        for (int rank : parentsFirst(requirements)) {
            placed[rank] = true;
        }
        int at = 0;
        while (placed[at]) {
            at++;
        }
        Set<Integer> path = new LinkedHashSet<>();
        while (path.add(at)) {
            at = Arrays.stream(requirements.from(at))
                    .filter(rank -> !placed[rank])
                    .findFirst()
                    .orElseThrow();
        }
        List<Integer> visited = new ArrayList<>(path);
        List<Integer> cycle = new ArrayList<>(visited.subList(visited.indexOf(at), visited.size()));
        Collections.reverse(cycle);
        Collections.rotate(cycle, -cycle.indexOf(Collections.min(cycle)));
        return cycle.stream().map(rank -> byId.get(rank).id()).toList();
    }

    private static Edges renumbered(int[][] byRank, int[] order, int[] positions) {
        int[][] byPosition = new int[byRank.length][];
        for (int position = 0; position < order.length; position++) {
            int[] ranks = byRank[order[position]];
            int[] targets = new int[ranks.length];
            for (int i = 0; i < ranks.length; i++) {
                targets[i] = positions[ranks[i]];
            }
            byPosition[position] = targets;
        }
        return new Edges(byPosition);
    }
}
