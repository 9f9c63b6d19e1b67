package dev.migrate.revision;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Looks one place up: first where it starts, then the steps from there. */
final class Resolver implements Anchor.Visitor<List<String>> {

    private final RevisionGraph graph;
    private final Collection<String> rows;
    private final Target.Place place;
    private final Optional<String> line;
    private final Predicate<String> isOnLine;

    Resolver(RevisionGraph graph, Collection<String> rows, Target.Place place) {
        this.graph = graph;
        this.rows = new TreeSet<>(rows);
        this.place = place;
        this.line = place.branch()
                .map(name ->
                        graph.names().whole(name).orElseGet(() -> graph.names().completed(name, any -> true)));
        Optional<Set<String>> lineage = line.map(graph::lineage);
        this.isOnLine = id -> lineage.map(ids -> ids.contains(id)).orElse(true);
    }

    Resolution resolve() {
        List<String> start = place.anchor().accept(this);
        return place.steps() == 0 ? new Resolution(place, start, line) : walked(start);
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
            throw new MultipleHeadsException(place.expression(), heads);
        }
        return heads;
    }

    /** On a branch that has no row: the tips of what is applied there, because a dependency may have taken the row. */
    @Override
    public List<String> current(Anchor.Current current) {
        Set<String> applied = graph.applied(rows);
        List<String> found = graph.tips(rows).stream().filter(isOnLine).toList();
        if (line.isPresent()) {
            if (place.steps() < 0) {
                new Resolution(place, found, line).requireApplied(graph, applied);
            }
            if (found.isEmpty()) {
                found = tipsByParents(applied.stream().filter(isOnLine).toList());
            }
        }
        if (found.size() > 1 && place.steps() != 0) {
            throw new AmbiguousStepException(place.expression(), Optional.empty(), found);
        }
        return found;
    }

    private List<String> tipsByParents(List<String> ids) {
        Set<String> tips = new TreeSet<>(ids);
        ids.forEach(id -> tips.removeAll(graph.parents(id)));
        return List.copyOf(tips);
    }

    @Override
    public List<String> named(Anchor.Named named) {
        Optional<String> whole = graph.names().whole(named.name());
        String id = whole.orElseGet(() -> graph.names().completed(named.name(), isOnLine));
        if (!isOnLine.test(id)) {
            throw new NotInBranchException(id, place.branch().orElseThrow());
        }
        return List.of(id);
    }

    private List<String> onLine(List<String> ids) {
        return ids.stream().filter(isOnLine).toList();
    }

    private Resolution walked(List<String> start) {
        Optional<String> at = start.stream().findFirst();
        int wanted = Math.abs(place.steps());
        for (int done = 0; done < wanted; done++) {
            List<String> ways = onLine(
                    place.steps() > 0 ? above(at) : at.map(graph::parents).orElse(List.of()));
            if (ways.size() > 1) {
                throw new AmbiguousStepException(
                        place.expression(), at, ways.stream().sorted().toList());
            }
            boolean isOver = ways.isEmpty() && (place.steps() > 0 || at.isEmpty());
            if (isOver) {
                throw new WalkedTooFarException(place.expression(), done, at.orElse(Names.BASE));
            }
            at = ways.stream().findFirst();
        }
        boolean endsAtBase = at.isEmpty();
        return new Resolution(
                place,
                at.stream().toList(),
                line.isEmpty() && endsAtBase ? start.stream().findFirst() : line);
    }

    private List<String> above(Optional<String> at) {
        return at.map(graph::children).orElseGet(graph::bases);
    }
}
