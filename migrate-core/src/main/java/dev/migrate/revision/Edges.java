package dev.migrate.revision;

import java.util.Arrays;
import java.util.BitSet;

/** One kind of pointer between the revisions of a graph, by their positions. Immutable once built. */
final class Edges {

    private static final int[] NONE = {};

    private final int[][] to;

    /** Takes the arrays over; {@code to[p]} holds what {@code p} points to. */
    Edges(int[][] to) {
        this.to = to;
    }

    /** Where a position points to; not to be written to. */
    int[] from(int position) {
        return to[position];
    }

    int size() {
        return to.length;
    }

    /** The same edges the other way round, each list in ascending order. */
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

    /** These edges and then the others of each position. */
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

    /** Everything that can be reached, the start included. A loop and not a recursion: a history may be long. */
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
