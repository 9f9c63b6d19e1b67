package dev.migrate.revision;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts some revisions of a graph in the order in which they are undone: followers first, one line as far as possible.
 *
 * <p>The order is Alembic's. The walk keeps a row of slots, each holding the next revision of one line; it starts with
 * the tips, by id. It emits what its slot holds, and the slot goes on to the first parent; further parents and
 * dependencies get slots of their own at the end of the row. Where a slot holds a revision that another slot has still to
 * pass, the walk goes to the first such slot. Where a line ends, the walk goes to the slot on the left.
 *
 * <p>Unlike Alembic's, which computes all ancestors again at each merge, it looks only at what it has not yet emitted
 * above the revision that has to wait, so that a chain of merges costs no more than a line.
 */
final class LineWalk {

    /** The place of one line in the row. Slots are added at the end only, so their numbers ascend. */
    private static final class Slot {
        final int number;
        int revision;

        @Nullable
        Slot left;

        @Nullable
        Slot right;

        Slot(int number, int revision) {
            this.number = number;
            this.revision = revision;
        }
    }

    private final List<RevisionNode> nodes;
    private final Edges requirements;
    private final Edges followers;
    private final BitSet todo;
    private final int[] waitingFor;
    private final @Nullable Slot[] slotOf;
    private @Nullable Slot first;
    private @Nullable Slot last;

    LineWalk(List<RevisionNode> nodes, Edges requirements, Edges followers, BitSet revisions) {
        this.nodes = nodes;
        this.requirements = requirements;
        this.followers = followers;
        this.todo = (BitSet) revisions.clone();
        this.waitingFor = new int[revisions.length()];
        this.slotOf = new Slot[revisions.length()];
    }

    /** The positions, followers first. */
    int[] order() {
        revisionsWithoutFollower().forEach(this::append);
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

    private List<Integer> revisionsWithoutFollower() {
        todo.stream()
                .flatMap(p -> Arrays.stream(requirements.from(p)))
                .filter(todo::get)
                .forEach(p -> waitingFor[p]++);
        return todo.stream()
                .filter(p -> waitingFor[p] == 0)
                .boxed()
                .sorted(Comparator.comparing(p -> nodes.get(p).id()))
                .toList();
    }

    /** Returns where the walk goes on, or null if it is over. */
    private @Nullable Slot emit(Slot slot) {
        int revision = slot.revision;
        todo.clear(revision);
        slotOf[revision] = null;
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
        Slot slot = new Slot(last == null ? 0 : last.number + 1, revision);
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

    /** Something above the revision is in a slot: whatever was not emitted is in one or below one. */
    private Slot firstSlotAbove(int revision) {
        Slot found = null;
        BitSet seen = new BitSet();
        int[] open = {revision};
        int top = 1;
        while (top > 0) {
            int at = open[--top];
            for (int follower : followers.from(at)) {
                if (!todo.get(follower) || seen.get(follower)) {
                    continue;
                }
                seen.set(follower);
                Slot slot = slotOf[follower];
                if (slot != null && (found == null || slot.number < found.number)) {
                    found = slot;
                }
                open = top == open.length ? Arrays.copyOf(open, top * 2) : open;
                open[top++] = follower;
            }
        }
        if (found == null) {
            throw new IllegalStateException("revision " + nodes.get(revision).id() + " waits for nothing");
        }
        return found;
    }
}
