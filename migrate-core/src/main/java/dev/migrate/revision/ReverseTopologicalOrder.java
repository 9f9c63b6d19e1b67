package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts some revisions of a graph in the order in which they are undone: followers first, one line as far as possible.
 *
 * <p>The order is Alembic's. The walk keeps a row of slots, each holding the next revision of one line; it starts with
 * the tips, by id. It emits what its slot holds, and the slot goes on to the first parent; further parents and
 * dependencies get slots of their own at the end of the row. Where a slot holds a revision that another slot has still to
 * pass, the walk goes to the first such slot. Where a line ends, the walk goes to the slot on the left.
 *
 * <p>Unlike Alembic's, which computes all ancestors again at each merge, it looks only at what is not yet emitted above a
 * revision that has to wait, and only once for each, so that a chain of merges costs no more than a line.
 */
final class ReverseTopologicalOrder {

    /** The place of one line in the row. */
    private static final class Slot {
        int revision;

        @Nullable
        Slot left;

        @Nullable
        Slot right;

        boolean isGone;

        Slot(int revision) {
            this.revision = revision;
        }
    }

    private final List<RevisionNode> nodes;
    private final Edges requirements;
    private final Edges followers;
    private final BitSet todo;
    private final int[] waitingFor;
    private final @Nullable Slot[] slotOf;
    /** All slots that there ever were, from left to right. */
    private final List<Slot> slots = new ArrayList<>();

    private final Map<Integer, Wait> waits = new HashMap<>();
    private @Nullable Slot first;
    private @Nullable Slot last;

    ReverseTopologicalOrder(List<RevisionNode> nodes, Edges requirements, Edges followers, BitSet revisions) {
        this.nodes = nodes;
        this.requirements = requirements;
        this.followers = followers;
        this.todo = (BitSet) revisions.clone();
        this.waitingFor = new int[revisions.length()];
        this.slotOf = new Slot[revisions.length()];
    }

    /** The positions, followers first. */
    int[] order() {
        for (int revision : revisionsWithoutFollower()) {
            append(revision);
        }
        int[] order = new int[todo.cardinality()];
        int emitted = 0;
        Slot at = first;
        while (at != null) {
            if (waitingFor[at.revision] > 0) {
                at = firstSlotAbove(at.revision);
            } else {
                order[emitted++] = at.revision;
                at = emit(at);
            }
        }
        return order;
    }

    /** Sorted by id. */
    private Collection<Integer> revisionsWithoutFollower() {
        for (int p = todo.nextSetBit(0); p >= 0; p = todo.nextSetBit(p + 1)) {
            for (int needed : requirements.from(p)) {
                if (todo.get(needed)) {
                    waitingFor[needed]++;
                }
            }
        }
        SortedMap<String, Integer> found = new TreeMap<>();
        for (int p = todo.nextSetBit(0); p >= 0; p = todo.nextSetBit(p + 1)) {
            if (waitingFor[p] == 0) {
                found.put(nodes.get(p).id(), p);
            }
        }
        return found.values();
    }

    /** Returns where the walk goes on, or null if it is over. */
    private @Nullable Slot emit(Slot slot) {
        int revision = slot.revision;
        todo.clear(revision);
        slotOf[revision] = null;
        waits.remove(revision);
        boolean placed = false;
        for (int next : requirements.from(revision)) {
            if (!todo.get(next)) {
                continue;
            }
            waitingFor[next]--;
            if (slotOf[next] == null) {
                if (placed) {
                    append(next);
                } else {
                    slot.revision = next;
                    slotOf[next] = slot;
                    placed = true;
                }
            }
        }
        return placed ? slot : remove(slot);
    }

    private void append(int revision) {
        Slot slot = new Slot(revision);
        slots.add(slot);
        slotOf[revision] = slot;
        slot.left = last;
        if (last == null) {
            first = slot;
        } else {
            last.right = slot;
        }
        last = slot;
    }

    private @Nullable Slot remove(Slot slot) {
        slot.isGone = true;
        if (slot.left == null) {
            first = slot.right;
        } else {
            slot.left.right = slot.right;
        }
        if (slot.right == null) {
            last = slot.left;
        } else {
            slot.right.left = slot.left;
        }
        return slot.left == null ? first : slot.left;
    }

    private Slot firstSlotAbove(int revision) {
        return waits.computeIfAbsent(revision, this::waitOf).firstSlot();
    }

    private Wait waitOf(int revision) {
        BitSet above = new BitSet();
        int[] open = {revision};
        int top = 1;
        while (top > 0) {
            int at = open[--top];
            for (int follower : followers.from(at)) {
                if (todo.get(follower) && !above.get(follower - revision)) {
                    above.set(follower - revision);
                    open = top == open.length ? Arrays.copyOf(open, top * 2) : open;
                    open[top++] = follower;
                }
            }
        }
        return new Wait(revision, above);
    }

    /**
     * A revision that waits for what is above it. Something above it is always in a slot; and a slot that has left what is
     * above it never comes back, so the search for the first slot goes on where it stopped the last time.
     */
    private final class Wait {
        private final int revision;
        /** By distance from the revision: positions above it are greater, and most are near. */
        private final BitSet above;

        private int from;

        Wait(int revision, BitSet above) {
            this.revision = revision;
            this.above = above;
        }

        Slot firstSlot() {
            while (!isAbove(slots.get(from))) {
                from++;
            }
            return slots.get(from);
        }

        private boolean isAbove(Slot slot) {
            return !slot.isGone && slot.revision > revision && above.get(slot.revision - revision);
        }
    }
}
