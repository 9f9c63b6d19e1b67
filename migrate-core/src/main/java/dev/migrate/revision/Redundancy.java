package dev.migrate.revision;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Removes dependencies that are also parents, or that an ancestor by parents has already declared, as Alembic does (its
 * #843 and #789). Otherwise a downgrade would treat such a dependency as no longer needed although the ancestor still
 * needs it.
 */
final class Redundancy {

    private final Edges declared;
    private final Edges parents;
    private final Edges declarers;

    private Redundancy(Edges declared, Edges parents) {
        this.declared = declared;
        this.parents = parents;
        this.declarers = declared.inverted();
    }

    static Edges removedFrom(Edges declared, Edges parents) {
        Redundancy redundancy = new Redundancy(declared, parents);
        int[][] kept = new int[declared.size()][];
        for (int position = 0; position < kept.length; position++) {
            kept[position] = redundancy.keptOf(position);
        }
        return new Edges(kept);
    }

    private int[] keptOf(int position) {
        int[] own = declared.from(position);
        if (own.length == 0) {
            return own;
        }
        return Arrays.stream(own)
                .filter(dependency -> !isParent(position, dependency) && !hasDeclaringAncestor(position, dependency))
                .toArray();
    }

    private boolean isParent(int position, int dependency) {
        return Arrays.stream(parents.from(position)).anyMatch(parent -> parent == dependency);
    }

    /** Positions are topological, so the search can stop at the first revision that declares the dependency. */
    private boolean hasDeclaringAncestor(int position, int dependency) {
        int[] others = declarers.from(dependency);
        int lowest = others[0];
        if (lowest == position) {
            return false;
        }
        Set<Integer> seen = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>();
        open.push(position);
        while (!open.isEmpty()) {
            for (int parent : parents.from(open.pop())) {
                if (Arrays.binarySearch(others, parent) >= 0) {
                    return true;
                }
                if (parent > lowest && seen.add(parent)) {
                    open.push(parent);
                }
            }
        }
        return false;
    }
}
