package dev.migrate.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds the revision that a name means: a whole id or label, or the beginning of one. */
final class NameIndex {

    /** Shorter names are never completed, as in Alembic. */
    private static final int SHORTEST_COMPLETED = 4;

    /** Names to ids of revisions. */
    private final NavigableMap<String, String> byName = new TreeMap<>();

    NameIndex(List<RevisionNode> nodes, Map<String, Integer> labelled) {
        nodes.forEach(node -> byName.put(node.id(), node.id()));
        labelled.forEach(
                (label, position) -> byName.put(label, nodes.get(position).id()));
    }

    /** The revision with exactly this id or label. */
    Optional<String> whole(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The one revision whose id or label begins like this and that passes the filter.
     *
     * @throws UnknownRevisionException if there is none
     * @throws AmbiguousPrefixException if there are several
     */
    String completed(String prefix, Predicate<String> filter) {
        List<String> candidates = new ArrayList<>();
        for (String name : byName.tailMap(prefix, true).keySet()) {
            if (!name.startsWith(prefix)) {
                break;
            }
            if (name.codePointCount(0, name.length()) >= SHORTEST_COMPLETED && filter.test(idOf(name))) {
                candidates.add(name);
            }
        }
        if (candidates.isEmpty()) {
            throw new UnknownRevisionException(prefix, Spelling.near(prefix, namesAndWords()));
        }
        Set<String> meant = candidates.stream().map(this::idOf).collect(Collectors.toSet());
        if (meant.size() > 1) {
            throw new AmbiguousPrefixException(prefix, candidates);
        }
        return idOf(candidates.get(0));
    }

    private String idOf(String name) {
        return Objects.requireNonNull(byName.get(name));
    }

    private Set<String> namesAndWords() {
        Set<String> names = new TreeSet<>(byName.keySet());
        names.addAll(Names.WORDS);
        return names;
    }
}
