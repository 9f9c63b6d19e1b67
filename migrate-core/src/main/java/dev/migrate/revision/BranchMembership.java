package dev.migrate.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The membership of revisions in branches, and thus the labels of each revision.
 *
 * <p>A branch consists of the revision that starts it, its descendants by parents, and its ancestors back to the
 * nearest branch or merge point, which is not included. This is the rule that Alembic documents; its code applies it
 * from another starting point and omits the ancestors if the branch itself branches.
 */
final class BranchMembership {

    private final Edges parents;
    private final Edges children;

    BranchMembership(Edges parents, Edges children) {
        this.parents = parents;
        this.children = children;
    }

    BitSet branchOf(int position) {
        BitSet start = new BitSet();
        start.set(position);
        BitSet branch = children.reachedFrom(start);
        ancestorsAlone(position).forEach(branch::set);
        return branch;
    }

    /** Ancestors and descendants by parents, and the revision itself. */
    BitSet lineageOf(int position) {
        BitSet start = new BitSet();
        start.set(position);
        BitSet lineage = parents.reachedFrom(start);
        lineage.or(children.reachedFrom(start));
        return lineage;
    }

    private List<Integer> ancestorsAlone(int position) {
        List<Integer> found = new ArrayList<>();
        int at = position;
        while (parents.from(at).length == 1) {
            at = parents.from(at)[0];
            if (children.from(at).length > 1 || parents.from(at).length > 1) {
                break;
            }
            found.add(at);
        }
        return found;
    }

    /** The labels of each position; most revisions share one set with their parent. */
    List<SortedSet<String>> labels(Map<String, Integer> declared) {
        int size = parents.size();
        List<SortedSet<String>> none = Collections.nCopies(size, Collections.emptySortedSet());
        if (declared.isEmpty()) {
            return none;
        }
        List<SortedSet<String>> labels = new ArrayList<>(none);
        declared.forEach((label, position) -> add(labels, position, label));
        IntStream.range(0, size).forEach(position -> {
            for (int parent : parents.from(position)) {
                inherit(labels, position, labels.get(parent));
            }
        });
        declared.forEach(
                (label, position) -> ancestorsAlone(position).forEach(ancestor -> add(labels, ancestor, label)));
        return labels;
    }

    private static void inherit(List<SortedSet<String>> labels, int position, SortedSet<String> inherited) {
        SortedSet<String> own = labels.get(position);
        if (own.isEmpty()) {
            labels.set(position, inherited);
        } else if (!own.containsAll(inherited)) {
            SortedSet<String> sum = new TreeSet<>(own);
            sum.addAll(inherited);
            labels.set(position, sum);
        }
    }

    private static void add(List<SortedSet<String>> labels, int position, String label) {
        SortedSet<String> sum = new TreeSet<>(labels.get(position));
        sum.add(label);
        labels.set(position, sum);
    }
}
