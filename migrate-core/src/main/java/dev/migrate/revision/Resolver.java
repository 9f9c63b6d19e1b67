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

/** Resolves a place: first its starting point, then the steps. */
public final class Resolver implements Anchor.Visitor<List<String>> {

    private final RevisionGraph graph;
    private final Collection<String> rows;
    private final Target.Place place;
    private final Optional<String> line;
    /** The revisions of the branch; all revisions without a branch. */
    private final @Nullable Set<String> lineage;

    private Resolver(RevisionGraph graph, Collection<String> rows, Target.Place place) {
        this.graph = graph;
        this.rows = new TreeSet<>(rows);
        this.place = place;
        this.line = place.branch().isEmpty()
                ? Optional.empty()
                : Optional.of(id(place.branch().get(), any -> true));
        this.lineage = line.isEmpty() ? null : graph.lineage(line.get());
    }

    /** The id for a name, which may be a prefix if only one match passes the filter. */
    private String id(String name, Predicate<String> filter) {
        Optional<String> exact = graph.names().exact(name);
        return exact.isPresent() ? exact.get() : graph.names().completed(name, filter);
    }

    private boolean isOnLine(String id) {
        return lineage == null || lineage.contains(id);
    }

    /**
     * Resolves a place.
     *
     * @param graph the revisions
     * @param rows the ids in the version table
     * @param place the place
     * @return the resolved place
     * @throws RevisionException if the place is unknown, ambiguous, out of range, or not on its branch
     */
    public static ResolvedTarget resolve(RevisionGraph graph, Collection<String> rows, Target.Place place) {
        return new Resolver(graph, rows, place).resolve();
    }

    private ResolvedTarget resolve() {
        List<String> start = place.anchor().accept(this);
        return place.steps() == 0 ? new ResolvedTarget(place, start, line) : afterSteps(start);
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

    /**
     * For a branch without a row: the maximal applied revisions of the branch, because a dependent revision may have
     * replaced its row.
     */
    @Override
    public List<String> current(Anchor.Current current) {
        Set<String> applied = graph.applied(rows);
        List<String> found = onLine(graph.maximal(rows));
        if (line.isPresent()) {
            if (place.steps() < 0) {
                new ResolvedTarget(place, found, line).requireApplied(graph, applied);
            }
            if (found.isEmpty()) {
                found = maximalByParents(onLine(applied));
            }
        }
        if (found.size() > 1 && place.steps() != 0) {
            throw RevisionErrors.ambiguousStep(place.expression(), Optional.empty(), found);
        }
        return found;
    }

    private List<String> maximalByParents(List<String> ids) {
        Set<String> maximal = new TreeSet<>(ids);
        for (String id : ids) {
            maximal.removeAll(graph.parents(id));
        }
        return List.copyOf(maximal);
    }

    @Override
    public List<String> named(Anchor.Named named) {
        String id = id(named.name(), this::isOnLine);
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

    private ResolvedTarget afterSteps(List<String> start) {
        Optional<String> at = start.stream().findFirst();
        int wanted = Math.abs(place.steps());
        for (int done = 0; done < wanted; done++) {
            List<String> ways = onLine(
                    place.steps() > 0 ? children(at) : at.map(graph::parents).orElse(List.of()));
            if (ways.size() > 1) {
                throw RevisionErrors.ambiguousStep(
                        place.expression(), at, ways.stream().sorted().toList());
            }
            boolean isExhausted = ways.isEmpty() && (place.steps() > 0 || at.isEmpty());
            if (isExhausted) {
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

    private List<String> children(Optional<String> at) {
        return at.map(graph::children).orElseGet(graph::bases);
    }
}
