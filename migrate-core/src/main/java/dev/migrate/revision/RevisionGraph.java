package dev.migrate.revision;

import dev.migrate.error.RevisionException;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The revisions and their relations: parents and children, branch points and merge points, bases and heads.
 *
 * <p>A revision has parents and may also have <em>dependencies</em> on revisions of other branches. A dependency that
 * is also a parent, or that an ancestor by parents already declares, is omitted, as in Alembic.
 *
 * <p>Results do not depend on the order in which the revisions were passed; ties are broken by the smaller id
 * ({@link String#compareTo}). A graph is immutable and thread-safe.
 */
public final class RevisionGraph {

    private final List<RevisionNode> nodes;
    private final Map<String, Integer> positions;
    private final Map<String, Integer> labelled;
    private final Edges parents;
    private final Edges dependencies;
    private final Edges requirements;
    private final Edges children;
    private final Edges dependents;
    private final BranchMembership lines;
    private final List<SortedSet<String>> labels;
    private final NameIndex names;
    private final List<String> heads;
    private final List<String> realHeads;

    private RevisionGraph(GraphAssembly.Numbered numbered) {
        this.nodes = List.copyOf(numbered.nodes());
        this.labelled = Map.copyOf(numbered.labelled());
        this.parents = numbered.parents();
        this.dependencies = numbered.dependencies();
        this.requirements = parents.plus(dependencies);
        this.children = parents.inverted();
        this.dependents = requirements.inverted();
        this.lines = new BranchMembership(parents, children);
        this.labels = lines.labels(labelled);
        this.positions = new HashMap<>(nodes.size() * 2);
        for (int position = 0; position < nodes.size(); position++) {
            positions.put(nodes.get(position).id(), position);
        }
        this.names = new NameIndex(this.nodes, positions, this.labelled);
        this.heads = endsOf(children);
        this.realHeads = endsOf(dependents);
    }

    /**
     * Builds and checks the graph.
     *
     * @param revisions the revisions in any order, without null
     * @return the graph
     * @throws RevisionException if an id or a label is invalid or not unique, a parent or a dependency does not exist,
     *     a parent is listed twice, or there is a cycle
     */
    public static RevisionGraph of(Collection<RevisionNode> revisions) {
        return new RevisionGraph(GraphAssembly.assemble(revisions));
    }

    /**
     * Returns all revisions.
     *
     * @return the revisions in topological order, parents and dependencies first, ties by the smaller id
     */
    public List<RevisionNode> revisions() {
        return nodes;
    }

    /**
     * Finds a revision by its complete id.
     *
     * @param id an id
     * @return the revision, or empty if there is none
     */
    public Optional<RevisionNode> find(String id) {
        return Optional.ofNullable(positions.get(id)).map(nodes::get);
    }

    /**
     * Returns a revision by its complete id.
     *
     * @param id an id
     * @return the revision
     * @throws RevisionException if there is none
     */
    public RevisionNode node(String id) {
        return nodes.get(position(id));
    }

    /**
     * Finds the revision that declares a label.
     *
     * @param label a complete label
     * @return the id of the revision that declares it, or empty if none does
     */
    public Optional<String> labelled(String label) {
        return Optional.ofNullable(labelled.get(label))
                .map(position -> nodes.get(position).id());
    }

    /**
     * Returns the heads: the revisions without children.
     *
     * @return the ids of the heads, sorted
     */
    public List<String> heads() {
        return heads;
    }

    /**
     * Returns the revisions that no other revision needs: the rows of the version table when everything is applied.
     *
     * @return the ids of the revisions without children and without dependents, sorted
     */
    public List<String> realHeads() {
        return realHeads;
    }

    /**
     * Returns the bases: the revisions without parents.
     *
     * @return the ids of the bases, sorted
     */
    public List<String> bases() {
        return endsOf(parents);
    }

    /**
     * Returns the revisions without parents and without dependencies.
     *
     * @return their ids, sorted
     */
    public List<String> realBases() {
        return endsOf(requirements);
    }

    /**
     * Returns the branch points.
     *
     * @return the ids of the revisions with more than one child, sorted
     */
    public List<String> branchPoints() {
        return forksOf(children);
    }

    /**
     * Returns the merge points.
     *
     * @return the ids of the revisions with more than one parent, sorted
     */
    public List<String> mergePoints() {
        return forksOf(parents);
    }

    /**
     * Returns the parents of a revision.
     *
     * @param id the complete id of a revision
     * @return the ids of its parents, as declared
     * @throws RevisionException if there is no such revision
     */
    public List<String> parents(String id) {
        return ids(parents.from(position(id)));
    }

    /**
     * Returns the dependencies of a revision.
     *
     * @param id the complete id of a revision
     * @return the ids of its dependencies in the order of their declaration, with labels resolved, without its parents
     *     and without the dependencies of its ancestors by parents
     * @throws RevisionException if there is no such revision
     */
    public List<String> dependencies(String id) {
        return ids(dependencies.from(position(id)));
    }

    /**
     * Returns the revisions that must be applied before a revision.
     *
     * @param id the complete id of a revision
     * @return its parents and then its dependencies
     * @throws RevisionException if there is no such revision
     */
    public List<String> requirements(String id) {
        return ids(requirements.from(position(id)));
    }

    /**
     * Returns the children of a revision.
     *
     * @param id the complete id of a revision
     * @return the ids of the revisions of which it is a parent, in topological order
     * @throws RevisionException if there is no such revision
     */
    public List<String> children(String id) {
        return ids(children.from(position(id)));
    }

    /**
     * Returns the revisions that directly need a revision.
     *
     * @param id the complete id of a revision
     * @return the ids of its children and of the revisions that depend on it, in topological order
     * @throws RevisionException if there is no such revision
     */
    public List<String> dependents(String id) {
        return ids(dependents.from(position(id)));
    }

    /**
     * Returns the labels of a revision: the labels that it declares, those of its ancestors, and those of its
     * descendants up to the next branch or merge point.
     *
     * @param id the complete id of a revision
     * @return the labels, sorted
     * @throws RevisionException if there is no such revision
     */
    public SortedSet<String> labels(String id) {
        return Collections.unmodifiableSortedSet(labels.get(position(id)));
    }

    /**
     * Returns revisions with everything that they need.
     *
     * @param ids complete ids of revisions
     * @return the revisions, their parents and dependencies, and so on, in topological order
     * @throws RevisionException if there is no such revision
     */
    public Set<String> ancestors(Collection<String> ids) {
        return set(requirements.reachedFrom(positions(ids)));
    }

    /**
     * Returns revisions with everything that needs them.
     *
     * @param ids complete ids of revisions
     * @return the revisions, their children and dependents, and so on, in topological order
     * @throws RevisionException if there is no such revision
     */
    public Set<String> descendants(Collection<String> ids) {
        return set(dependents.reachedFrom(positions(ids)));
    }

    /**
     * Returns the ancestors and descendants of a revision. Dependencies are ignored.
     *
     * @param id the complete id of a revision
     * @return the revision, its ancestors and its descendants by parents, in topological order
     * @throws RevisionException if there is no such revision
     */
    public Set<String> lineage(String id) {
        return set(lines.lineageOf(position(id)));
    }

    /**
     * Returns the branch that a revision starts. Dependencies are ignored.
     *
     * @param id the complete id of a revision
     * @return the revision, its descendants by parents, and its ancestors back to the nearest branch or merge point,
     *     which is not included, in topological order
     * @throws RevisionException if there is no such revision
     */
    public Set<String> branch(String id) {
        return set(lines.branchOf(position(id)));
    }

    /**
     * Returns the revisions that are applied to a database.
     *
     * @param rows the ids in its version table
     * @return the ids and everything that they need, in topological order
     * @throws RevisionException if no revision has one of the ids
     */
    public Set<String> applied(Collection<String> rows) {
        requireStored(rows);
        return ancestors(rows);
    }

    /**
     * Checks that the graph contains every id of a version table. The time does not depend on the length of the
     * history.
     *
     * @param rows the ids in the version table
     * @throws RevisionException if no revision has one of the ids
     */
    public void requireStored(Collection<String> rows) {
        if (!positions.keySet().containsAll(rows)) {
            SortedSet<String> unknown = new TreeSet<>(rows);
            unknown.removeAll(positions.keySet());
            List<String> suggestions = unknown.stream()
                    .flatMap(id -> NameSuggestions.near(id, positions.keySet()).stream())
                    .distinct()
                    .toList();
            throw RevisionErrors.unknownInDatabase(List.copyOf(unknown), suggestions);
        }
    }

    /**
     * Returns the maximal revisions: those that no other of the given revisions needs. For all applied revisions, these
     * are the rows of the version table.
     *
     * @param ids complete ids of revisions
     * @return those without a child or dependent among them, sorted
     * @throws RevisionException if there is no such revision
     */
    public List<String> maximal(Collection<String> ids) {
        BitSet members = positions(ids);
        BitSet maximal = (BitSet) members.clone();
        for (int position = members.nextSetBit(0); position >= 0; position = members.nextSetBit(position + 1)) {
            for (int needed : requirements.from(position)) {
                maximal.clear(needed);
            }
        }
        return sortedIds(maximal);
    }

    /**
     * Sorts revisions in the order in which they are reverted: each before its parents and dependencies, one line of
     * descent at a time as far as possible. It starts with the smallest id among the heads; at a merge point it
     * continues with the first parent, then the other parents and the dependencies in the order of their declaration.
     * The reverse is the order in which they are applied. This is the order of Alembic, with ids in place of file
     * names.
     *
     * @param ids complete ids of revisions, without gaps: every revision between two of them is included
     * @return the ids in that order
     * @throws RevisionException if there is no such revision
     */
    public List<String> reverseTopologicalOrder(Collection<String> ids) {
        return ids(new ReverseTopologicalOrder(nodes, requirements, dependents, positions(ids)).order());
    }

    NameIndex names() {
        return names;
    }

    private int position(String id) {
        Integer position = positions.get(id);
        if (position == null) {
            throw RevisionErrors.unknown(id, NameSuggestions.near(id, positions.keySet()));
        }
        return position;
    }

    private BitSet positions(Collection<String> ids) {
        BitSet found = new BitSet(nodes.size());
        for (String id : ids) {
            found.set(position(id));
        }
        return found;
    }

    private Set<String> set(BitSet members) {
        return new RevisionSet(nodes, positions, members);
    }

    private List<String> ids(int[] found) {
        String[] ids = new String[found.length];
        for (int i = 0; i < found.length; i++) {
            ids[i] = nodes.get(found[i]).id();
        }
        return List.of(ids);
    }

    /** The positions without edges. */
    private List<String> endsOf(Edges edges) {
        BitSet ends = new BitSet();
        for (int position = 0; position < edges.size(); position++) {
            ends.set(position, edges.from(position).length == 0);
        }
        return sortedIds(ends);
    }

    /** The positions with several edges. */
    private List<String> forksOf(Edges edges) {
        BitSet forks = new BitSet();
        for (int position = 0; position < edges.size(); position++) {
            forks.set(position, edges.from(position).length > 1);
        }
        return sortedIds(forks);
    }

    private List<String> sortedIds(BitSet members) {
        return List.copyOf(new TreeSet<>(set(members)));
    }

    @Override
    public String toString() {
        return "RevisionGraph of " + nodes.size() + " with heads " + heads;
    }
}
