package dev.migrate.revision;

import dev.migrate.error.RevisionException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks one place up: first where it starts, then the steps from there. */
public final class Resolver implements Anchor.Visitor<List<String>> {

    private final RevisionGraph graph;
    private final Collection<String> rows;
    private final Target.Place place;
    private final Optional<String> line;
    /** What is on the line; all is, where there is none. */
    private final @Nullable Set<String> lineage;

    private Resolver(RevisionGraph graph, Collection<String> rows, Target.Place place) {
        this.graph = graph;
        this.rows = new TreeSet<>(rows);
        this.place = place;
        this.line = place.branch().isEmpty()
                ? Optional.empty()
                : Optional.of(whole(place.branch().get(), any -> true));
        this.lineage = line.isEmpty() ? null : graph.lineage(line.get());
    }

    /** The id that a name means, which may be the beginning of one that passes the filter. */
    private String whole(String name, Predicate<String> filter) {
        Optional<String> whole = graph.names().whole(name);
        return whole.isPresent() ? whole.get() : graph.names().completed(name, filter);
    }

    private boolean isOnLine(String id) {
        return lineage == null || lineage.contains(id);
    }

    /**
     * Looks a place up.
     *
     * @param graph the revisions
     * @param rows the ids that the version table holds
     * @param place the place
     * @return what it names
     * @throws RevisionException if the place is unknown, ambiguous or out of range in this graph, or not on its branch
     */
    public static ResolvedTarget resolve(RevisionGraph graph, Collection<String> rows, Target.Place place) {
        return new Resolver(graph, rows, place).resolve();
    }

    private ResolvedTarget resolve() {
        List<String> start = place.anchor().accept(this);
        return place.steps() == 0 ? new ResolvedTarget(place, start, line) : walked(start);
    }

    @Override
    public List<String> base(Anchor.Base base) {
        return List.of();
    }

    @Override
    public List<String> head(Anchor.Head head) {
        return single(onLine(graph.heads()));
    }

    @Override
    public List<String> heads(Anchor.Heads heads) {
        List<String> found = line.isPresent() ? onLine(graph.heads()) : graph.realHeads();
        return place.steps() == 0 ? found : single(found);
    }

    private List<String> single(List<String> heads) {
        if (heads.size() > 1) {
            throw RevisionErrors.multipleHeads(place.expression(), heads);
        }
        return heads;
    }

    /** On a branch that has no row: the tips of what is applied there, because a dependency may have taken the row. */
    @Override
    public List<String> current(Anchor.Current current) {
        Set<String> applied = graph.applied(rows);
        List<String> found = onLine(graph.maximal(rows));
        if (line.isPresent()) {
            if (place.steps() < 0) {
                new ResolvedTarget(place, found, line).requireApplied(graph, applied);
            }
            if (found.isEmpty()) {
                found = tipsByParents(onLine(applied));
            }
        }
        if (found.size() > 1 && place.steps() != 0) {
            throw RevisionErrors.ambiguousStep(place.expression(), Optional.empty(), found);
        }
        return found;
    }

    private List<String> tipsByParents(List<String> ids) {
        Set<String> maximal = new TreeSet<>(ids);
        for (String id : ids) {
            maximal.removeAll(graph.parents(id));
        }
        return List.copyOf(maximal);
    }

    @Override
    public List<String> named(Anchor.Named named) {
        String id = whole(named.name(), this::isOnLine);
        if (!isOnLine(id)) {
            throw RevisionErrors.notInBranch(id, place.branch().orElseThrow());
        }
        return List.of(id);
    }

    private List<String> onLine(Collection<String> ids) {
        List<String> found = new ArrayList<>(ids);
        if (lineage != null) {
            found.retainAll(lineage);
        }
        return List.copyOf(found);
    }

    private ResolvedTarget walked(List<String> start) {
        Optional<String> at = start.stream().findFirst();
        int wanted = Math.abs(place.steps());
        for (int done = 0; done < wanted; done++) {
            List<String> ways = onLine(
                    place.steps() > 0 ? above(at) : at.map(graph::parents).orElse(List.of()));
            if (ways.size() > 1) {
                throw RevisionErrors.ambiguousStep(
                        place.expression(), at, ways.stream().sorted().toList());
            }
            boolean isOver = ways.isEmpty() && (place.steps() > 0 || at.isEmpty());
            if (isOver) {
                throw RevisionErrors.outOfRange(place.expression(), done, at.orElse(RevisionNames.BASE));
            }
            at = ways.stream().findFirst();
        }
        boolean endsAtBase = at.isEmpty();
        return new ResolvedTarget(
                place,
                at.stream().toList(),
                line.isEmpty() && endsAtBase ? start.stream().findFirst() : line);
    }

    private List<String> above(Optional<String> at) {
        return at.map(graph::children).orElseGet(graph::bases);
    }
}
