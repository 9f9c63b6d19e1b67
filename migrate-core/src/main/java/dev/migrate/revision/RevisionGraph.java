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
 * The revisions and how they relate: who follows whom, where lines part and join, where they begin and end.
 *
 * <p>A revision <em>follows</em> its parents and may also <em>depend</em> on revisions of other lines. What it needs are
 * its parents and its dependencies; a dependency that is a parent too, or that an ancestor on the same line already
 * declares, is left out, as Alembic does.
 *
 * <p>Nothing here depends on the order in which the revisions were given: wherever the declarations leave an order open,
 * the smaller id comes first ({@link String#compareTo}). A graph is immutable and safe for use by several threads.
 */
public final class RevisionGraph {

    private final List<RevisionNode> nodes;
    private final Map<String, Integer> positions;
    private final Map<String, Integer> labelled;
    private final Edges parents;
    private final Edges dependencies;
    private final Edges requirements;
    private final Edges children;
    private final Edges followers;
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
        this.followers = requirements.inverted();
        this.lines = new BranchMembership(parents, children);
        this.labels = lines.labels(labelled);
        this.positions = new HashMap<>(nodes.size() * 2);
        for (int position = 0; position < nodes.size(); position++) {
            positions.put(nodes.get(position).id(), position);
        }
        this.names = new NameIndex(this.nodes, positions, this.labelled);
        this.heads = endsOf(children);
        this.realHeads = endsOf(followers);
    }

    /**
     * Builds the graph and checks it.
     *
     * @param revisions the revisions in any order; none of them null
     * @return the graph
     * @throws RevisionException if an id is empty, too long for the version table, or contains characters that have a
     *     meaning in expressions, or if a label is empty or contains such characters, or if two revisions have the same
     *     id, or if a label is declared twice or is the id of a revision, or if a parent is not among the revisions, or
     *     if a revision names a parent twice, or if a dependency is neither the id nor the label of one of the
     *     revisions, or if revisions need one another in a circle
     */
    public static RevisionGraph of(Collection<RevisionNode> revisions) {
        return new RevisionGraph(GraphAssembly.assemble(revisions));
    }

    /**
     * Lists all revisions.
     *
     * @return the revisions, parents and dependencies first; among those that could come next the smallest id
     */
    public List<RevisionNode> revisions() {
        return nodes;
    }

    /**
     * Looks a revision up by its whole id.
     *
     * @param id an id
     * @return the revision, or empty if there is none
     */
    public Optional<RevisionNode> find(String id) {
        return Optional.ofNullable(positions.get(id)).map(nodes::get);
    }

    /**
     * Looks a revision up by its whole id.
     *
     * @param id an id
     * @return the revision
     * @throws RevisionException if there is none
     */
    public RevisionNode node(String id) {
        return nodes.get(position(id));
    }

    /**
     * Looks up where a branch starts.
     *
     * @param label a whole label
     * @return the id of the revision that declares it, or empty if none does
     */
    public Optional<String> labelled(String label) {
        return Optional.ofNullable(labelled.get(label))
                .map(position -> nodes.get(position).id());
    }

    /**
     * Lists the ends of the lines.
     *
     * @return the ids of the revisions that no revision follows, sorted
     */
    public List<String> heads() {
        return heads;
    }

    /**
     * Lists the revisions that are needed by none. What the version table holds when everything is applied.
     *
     * @return the ids of the revisions that no revision follows or depends on, sorted
     */
    public List<String> realHeads() {
        return realHeads;
    }

    /**
     * Lists the beginnings of the lines.
     *
     * @return the ids of the revisions without a parent, sorted
     */
    public List<String> bases() {
        return endsOf(parents);
    }

    /**
     * Lists the revisions that need no other.
     *
     * @return the ids of the revisions without a parent and without a dependency, sorted
     */
    public List<String> realBases() {
        return endsOf(requirements);
    }

    /**
     * Lists where lines part.
     *
     * @return the ids of the revisions with more than one child, sorted
     */
    public List<String> branchPoints() {
        return forksOf(children);
    }

    /**
     * Lists where lines join.
     *
     * @return the ids of the revisions with more than one parent, sorted
     */
    public List<String> mergePoints() {
        return forksOf(parents);
    }

    /**
     * Lists what a revision follows.
     *
     * @param id the whole id of a revision
     * @return the ids of its parents, as declared
     * @throws RevisionException if there is no such revision
     */
    public List<String> parents(String id) {
        return ids(parents.from(position(id)));
    }

    /**
     * Lists what a revision depends on without following it.
     *
     * @param id the whole id of a revision
     * @return the ids of its dependencies in the order in which they are declared, labels replaced by the revisions that
     *     they name, without its parents and without what an ancestor by parents already depends on
     * @throws RevisionException if there is no such revision
     */
    public List<String> dependencies(String id) {
        return ids(dependencies.from(position(id)));
    }

    /**
     * Lists what must be applied before a revision.
     *
     * @param id the whole id of a revision
     * @return its parents and then its dependencies
     * @throws RevisionException if there is no such revision
     */
    public List<String> requirements(String id) {
        return ids(requirements.from(position(id)));
    }

    /**
     * Lists what follows a revision.
     *
     * @param id the whole id of a revision
     * @return the ids of the revisions of which it is a parent, in topological order
     * @throws RevisionException if there is no such revision
     */
    public List<String> children(String id) {
        return ids(children.from(position(id)));
    }

    /**
     * Lists what cannot be applied without a revision.
     *
     * @param id the whole id of a revision
     * @return the ids of the revisions that follow it or depend on it, in topological order
     * @throws RevisionException if there is no such revision
     */
    public List<String> followers(String id) {
        return ids(followers.from(position(id)));
    }

    /**
     * Lists the labels that a revision bears: those that it declares, those of its ancestors, and those of descendants
     * that it leads to without a branch or merge point in between, itself included.
     *
     * @param id the whole id of a revision
     * @return the labels, sorted
     * @throws RevisionException if there is no such revision
     */
    public SortedSet<String> labels(String id) {
        return Collections.unmodifiableSortedSet(labels.get(position(id)));
    }

    /**
     * Collects everything that revisions need.
     *
     * @param ids whole ids of revisions
     * @return the revisions themselves, what they follow and depend on, and so on, in topological order
     * @throws RevisionException if there is no such revision
     */
    public Set<String> ancestors(Collection<String> ids) {
        return set(requirements.reachedFrom(positions(ids)));
    }

    /**
     * Collects everything that cannot be applied without one of some revisions.
     *
     * @param ids whole ids of revisions
     * @return the revisions themselves, what follows them or depends on them, and so on, in topological order
     * @throws RevisionException if there is no such revision
     */
    public Set<String> descendants(Collection<String> ids) {
        return set(followers.reachedFrom(positions(ids)));
    }

    /**
     * Collects the lines through a revision. Dependencies do not count.
     *
     * @param id the whole id of a revision
     * @return the revision, its ancestors and its descendants by parents, in topological order
     * @throws RevisionException if there is no such revision
     */
    public Set<String> lineage(String id) {
        return set(lines.lineageOf(position(id)));
    }

    /**
     * Collects the branch that a revision starts. Dependencies do not count.
     *
     * @param id the whole id of a revision
     * @return the revision, its descendants by parents, and its ancestors back to the nearest branch or merge point,
     *     which is not included, in topological order
     * @throws RevisionException if there is no such revision
     */
    public Set<String> branch(String id) {
        return set(lines.branchOf(position(id)));
    }

    /**
     * Tells which revisions are applied to a database.
     *
     * @param rows the ids that its version table holds
     * @return the ids and everything that they need, in topological order
     * @throws RevisionException if no revision has one of the ids
     */
    public Set<String> applied(Collection<String> rows) {
        requireStored(rows);
        return ancestors(rows);
    }

    /**
     * Checks that every id of a version table is one of this graph. Takes no longer the longer the history is.
     *
     * @param rows the ids that the version table holds
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
     * Tells which of some revisions none of the others needs. For everything that is applied, these are the rows of the
     * version table.
     *
     * @param ids whole ids of revisions
     * @return those without a follower among them, sorted
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
     * Puts revisions in the order in which they are undone: each before what it needs, one line as far as possible. It
     * starts with the smallest id among those that nothing follows; at a merge it goes on with the first parent, then the
     * other parents and the dependencies as they are declared. The reverse is the order in which they are applied. This
     * is the order of Alembic, with ids in place of file names.
     *
     * @param ids whole ids of revisions, without a gap: whatever lies between two of them is one of them
     * @return the ids in that order
     * @throws RevisionException if there is no such revision
     */
    public List<String> reverseTopologicalOrder(Collection<String> ids) {
        return ids(new ReverseTopologicalOrder(nodes, requirements, followers, positions(ids)).order());
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

    /** Those that point to none. */
    private List<String> endsOf(Edges edges) {
        BitSet ends = new BitSet();
        for (int position = 0; position < edges.size(); position++) {
            ends.set(position, edges.from(position).length == 0);
        }
        return sortedIds(ends);
    }

    /** Those that point to several. */
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
