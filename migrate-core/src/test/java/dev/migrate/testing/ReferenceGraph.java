package dev.migrate.testing;

import dev.migrate.revision.RevisionNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The meaning of a history by definition: fixed points of sets, regardless of performance. */
public final class ReferenceGraph {

    private final List<RevisionNode> nodes;

    /** Reads only the declarations. */
    public ReferenceGraph(List<RevisionNode> nodes) {
        this.nodes = nodes;
    }

    /** The parents of a revision. */
    public Set<String> parents(String id) {
        return new TreeSet<>(node(id).parents());
    }

    /** The parents and dependencies of a revision. */
    public Set<String> needs(String id) {
        Set<String> needs = parents(id);
        for (String name : node(id).dependsOn()) {
            needs.add(named(name));
        }
        return needs;
    }

    /** The children of a revision. */
    public Set<String> children(String id) {
        return where(other -> parents(other).contains(id));
    }

    /** The revisions that directly need a revision. */
    public Set<String> dependents(String id) {
        return where(other -> needs(other).contains(id));
    }

    /** The revisions with everything that they need. */
    public Set<String> below(Collection<String> ids) {
        return closure(ids, this::needs);
    }

    /** The revisions with everything that needs them. */
    public Set<String> above(Collection<String> ids) {
        return closure(ids, this::dependents);
    }

    /** The revision, its ancestors and its descendants by parents. */
    public Set<String> lineage(String id) {
        Set<String> lineage = closure(Set.of(id), this::parents);
        lineage.addAll(closure(Set.of(id), this::children));
        return lineage;
    }

    /** The revision, its descendants, and its ancestors back to the nearest branch or merge point. */
    public Set<String> branch(String id) {
        Set<String> branch = closure(Set.of(id), this::children);
        String at = id;
        while (parents(at).size() == 1) {
            at = parents(at).iterator().next();
            if (children(at).size() > 1 || parents(at).size() > 1) {
                break;
            }
            branch.add(at);
        }
        return branch;
    }

    /** The maximal revisions, which are the rows of the version table. */
    public Set<String> maximal(Collection<String> ids) {
        Set<String> maximal = new TreeSet<>(ids);
        for (String id : ids) {
            for (String other : ids) {
                if (!id.equals(other) && below(Set.of(other)).contains(id)) {
                    maximal.remove(id);
                }
            }
        }
        return maximal;
    }

    /** The revision with a complete id or label. */
    public String named(String name) {
        return nodes.stream()
                .filter(node -> node.id().equals(name) || node.labels().contains(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** All ids. */
    public Set<String> all() {
        return where(id -> true);
    }

    private RevisionNode node(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst().orElseThrow();
    }

    private Set<String> where(Function<String, Boolean> condition) {
        Set<String> found = new TreeSet<>();
        for (RevisionNode node : nodes) {
            if (condition.apply(node.id())) {
                found.add(node.id());
            }
        }
        return found;
    }

    private static Set<String> closure(Collection<String> start, Function<String, Set<String>> next) {
        Set<String> closure = new TreeSet<>(start);
        boolean grows = true;
        while (grows) {
            Set<String> more = new TreeSet<>();
            closure.forEach(id -> more.addAll(next.apply(id)));
            grows = closure.addAll(more);
        }
        return closure;
    }
}
