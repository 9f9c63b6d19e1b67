package dev.migrate.revision;

import dev.migrate.error.RevisionException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Finds a revision by a complete id or label, or by a prefix of one. */
final class NameIndex {

    /** Shorter names are never completed, as in Alembic. */
    private static final int SHORTEST_COMPLETED = 4;

    private final List<RevisionNode> nodes;
    private final Map<String, Integer> positions;
    private final Map<String, Integer> labelled;

    NameIndex(List<RevisionNode> nodes, Map<String, Integer> positions, Map<String, Integer> labelled) {
        this.nodes = nodes;
        this.positions = positions;
        this.labelled = labelled;
    }

    /** The revision with exactly this id or label. */
    Optional<String> exact(String name) {
        return Optional.ofNullable(positions.getOrDefault(name, labelled.get(name)))
                .map(position -> nodes.get(position).id());
    }

    /**
     * The only revision that passes the filter and has an id or a label with this prefix.
     *
     * @throws RevisionException if there is none, or if there are several
     */
    String completed(String prefix, Predicate<String> filter) {
        SortedMap<String, Integer> candidates = new TreeMap<>();
        collect(prefix, filter, positions, candidates);
        collect(prefix, filter, labelled, candidates);
        if (candidates.isEmpty()) {
            throw RevisionErrors.unknown(prefix, NameSuggestions.near(prefix, namesAndWords()));
        }
        Set<Integer> meant = new HashSet<>(candidates.values());
        if (meant.size() > 1) {
            throw RevisionErrors.ambiguousPrefix(prefix, List.copyOf(candidates.keySet()));
        }
        return nodes.get(meant.iterator().next()).id();
    }

    private void collect(
            String prefix, Predicate<String> filter, Map<String, Integer> names, Map<String, Integer> candidates) {
        names.forEach((name, position) -> {
            if (name.startsWith(prefix)
                    && name.codePointCount(0, name.length()) >= SHORTEST_COMPLETED
                    && filter.test(nodes.get(position).id())) {
                candidates.put(name, position);
            }
        });
    }

    private Set<String> namesAndWords() {
        Set<String> names = new HashSet<>(positions.keySet());
        names.addAll(labelled.keySet());
        names.addAll(RevisionNames.WORDS);
        return names;
    }
}
