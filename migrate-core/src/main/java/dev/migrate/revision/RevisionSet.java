package dev.migrate.revision;

import java.util.AbstractSet;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** An immutable set of the ids of a graph, in topological order. */
final class RevisionSet extends AbstractSet<String> {

    private final List<RevisionNode> nodes;
    private final Map<String, Integer> positions;
    private final BitSet members;

    /** Takes ownership of the bits. */
    RevisionSet(List<RevisionNode> nodes, Map<String, Integer> positions, BitSet members) {
        this.nodes = nodes;
        this.positions = positions;
        this.members = members;
    }

    @Override
    public boolean contains(@Nullable Object id) {
        Integer position = positions.get(id);
        return position != null && members.get(position);
    }

    @Override
    public Iterator<String> iterator() {
        return new Iterator<>() {
            private int next = members.nextSetBit(0);

            @Override
            public boolean hasNext() {
                return next >= 0;
            }

            @Override
            public String next() {
                if (next < 0) {
                    throw new NoSuchElementException();
                }
                String id = nodes.get(next).id();
                next = members.nextSetBit(next + 1);
                return id;
            }
        };
    }

    @Override
    public int size() {
        return members.cardinality();
    }

    @Override
    public boolean isEmpty() {
        return members.isEmpty();
    }
}
