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
 * Sorts revisions in the order in which they are reverted: descendants first, one line of descent at a time as far as
 * possible.
 *
 * <p>The order is Alembic's. The traversal keeps a list of slots, each with the next revision of one line; initially
 * the heads, sorted by id. It emits the revision of the current slot, which then moves to the first parent; further
 * parents and dependencies get new slots at the end of the list. If the revision of a slot has a descendant that is not
 * yet emitted, the traversal continues at the first slot with such a descendant. If a line ends, it continues at the
 * slot to the left.
 *
 * <p>Alembic computes all ancestors again at each merge. This implementation visits only the descendants that are not
 * yet emitted, and each only once, so a chain of merges costs no more than a linear history.
 */
final class ReverseTopologicalOrder {

    /** The slot of one line. */
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
    private final Edges dependents;
    private final BitSet todo;
    private final int[] waitingFor;
    private final @Nullable Slot[] slotOf;
    /** All slots ever created, from left to right. */
    private final List<Slot> slots = new ArrayList<>();

    private final Map<Integer, Wait> waits = new HashMap<>();
    private @Nullable Slot first;
    private @Nullable Slot last;

    ReverseTopologicalOrder(List<RevisionNode> nodes, Edges requirements, Edges dependents, BitSet revisions) {
        this.nodes = nodes;
        this.requirements = requirements;
        this.dependents = dependents;
        this.todo = (BitSet) revisions.clone();
        this.waitingFor = new int[revisions.length()];
        this.slotOf = new Slot[revisions.length()];
    }

    /** The positions, descendants first. */
    int[] order() {
        for (int revision : maximalRevisions()) {
            append(revision);
        }
        int[] order = new int[todo.cardinality()];
        int emitted = 0;
        Slot at = first;
        while (at != null) {
            if (waitingFor[at.revision] > 0) {
                at = firstSlotOfDescendant(at.revision);
            } else {
                order[emitted++] = at.revision;
                at = emit(at);
            }
        }
        return order;
    }

    /** Sorted by id. */
    private Collection<Integer> maximalRevisions() {
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

    /** Returns the slot at which the traversal continues, or null if it is finished. */
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

    private Slot firstSlotOfDescendant(int revision) {
        return waits.computeIfAbsent(revision, this::waitOf).firstSlot();
    }

    private Wait waitOf(int revision) {
        BitSet descendants = new BitSet();
        int[] open = {revision};
        int top = 1;
        while (top > 0) {
            int at = open[--top];
            for (int dependent : dependents.from(at)) {
                if (todo.get(dependent) && !descendants.get(dependent - revision)) {
                    descendants.set(dependent - revision);
                    open = top == open.length ? Arrays.copyOf(open, top * 2) : open;
                    open[top++] = dependent;
                }
            }
        }
        return new Wait(revision, descendants);
    }

    /**
     * A revision that waits for its descendants. At least one of them is always in a slot, and a slot never returns to
     * a descendant, so the search for the first slot resumes at its last position.
     */
    private final class Wait {
        private final int revision;
        /** By distance from the revision: descendants have greater positions, and most are near. */
        private final BitSet descendants;

        private int from;

        Wait(int revision, BitSet descendants) {
            this.revision = revision;
            this.descendants = descendants;
        }

        Slot firstSlot() {
            while (!isDescendant(slots.get(from))) {
                from++;
            }
            return slots.get(from);
        }

        private boolean isDescendant(Slot slot) {
            return !slot.isGone && slot.revision > revision && descendants.get(slot.revision - revision);
        }
    }
}
