package dev.migrate.revision;

import java.util.Arrays;
import java.util.BitSet;

/** One kind of reference between the revisions of a graph, by their positions. Immutable once built. */
final class Edges {

    private static final int[] NONE = {};

    private final int[][] to;

    /** Takes ownership of the arrays; {@code to[p]} contains the positions that {@code p} refers to. */
    Edges(int[][] to) {
        this.to = to;
    }

    /** The positions that a position refers to; must not be modified. */
    int[] from(int position) {
        return to[position];
    }

    int size() {
        return to.length;
    }

    /** The reversed edges, each list in ascending order. */
    Edges inverted() {
        int[] counts = new int[to.length];
        for (int[] targets : to) {
            for (int target : targets) {
                counts[target]++;
            }
        }
        int[][] inverted = new int[to.length][];
        for (int p = 0; p < to.length; p++) {
            inverted[p] = counts[p] == 0 ? NONE : new int[counts[p]];
        }
        for (int p = to.length - 1; p >= 0; p--) {
            for (int target : to[p]) {
                inverted[target][--counts[target]] = p;
            }
        }
        return new Edges(inverted);
    }

    /** These edges, followed by the others of each position. */
    Edges plus(Edges others) {
        int[][] sum = new int[to.length][];
        for (int p = 0; p < to.length; p++) {
            int[] first = to[p];
            int[] second = others.to[p];
            sum[p] = second.length == 0 ? first : Arrays.copyOf(first, first.length + second.length);
            System.arraycopy(second, 0, sum[p], first.length, second.length);
        }
        return new Edges(sum);
    }

    /** All reachable positions, including the start. A loop instead of a recursion, because a history may be long. */
    BitSet reachedFrom(BitSet start) {
        BitSet reached = (BitSet) start.clone();
        int[] open = new int[Math.max(16, start.cardinality())];
        int top = 0;
        for (int p = start.nextSetBit(0); p >= 0; p = start.nextSetBit(p + 1)) {
            open[top++] = p;
        }
        while (top > 0) {
            for (int next : to[open[--top]]) {
                if (!reached.get(next)) {
                    reached.set(next);
                    if (top == open.length) {
                        open = Arrays.copyOf(open, open.length * 2);
                    }
                    open[top++] = next;
                }
            }
        }
        return reached;
    }
}
