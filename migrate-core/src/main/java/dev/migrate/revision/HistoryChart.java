package dev.migrate.revision;

import dev.migrate.error.RevisionException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A history drawn as a graph, newest revision first, like the commits of {@code git log --graph}.
 *
 * <pre>
 * o f (head), adds an index
 * o e, joins both
 * |\
 * * | d1 (current), adds a column
 * | o d2 (lib) (needs a1), adds a table
 * |/
 * * b
 * </pre>
 *
 * <p>{@code *} marks applied revisions, {@code o} all others; {@code (head)} marks heads, {@code (current)} the rows of
 * the version table. Labels are shown at the revision that declares them. Lanes connect revisions with their parents;
 * dependencies are only listed, because they may refer to any revision. Immutable; equal arguments give equal charts.
 *
 * @param lines the lines from top to bottom
 */
public record HistoryChart(List<Line> lines) {

    /**
     * One line of a chart.
     *
     * @param text the lanes, followed by the caption of the revision if there is one; empty between two separate
     *     histories
     * @param revision the id of the revision on this line; empty if the line only joins or splits lanes
     */
    public record Line(String text, Optional<String> revision) {

        /** Rejects null. */
        public Line {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(revision, "revision");
        }
    }

    /** Copies the list. */
    public HistoryChart {
        lines = List.copyOf(lines);
    }

    /**
     * Draws a history.
     *
     * @param graph the revisions
     * @param rows the ids in the version table; may be empty
     * @return the chart, with a line for each revision
     * @throws RevisionException if no revision has one of the ids
     */
    public static HistoryChart of(RevisionGraph graph, Collection<String> rows) {
        Set<String> applied = graph.applied(rows);
        Set<String> current = Set.copyOf(rows);
        Set<String> heads = Set.copyOf(graph.heads());
        List<String> ids = graph.revisions().stream().map(RevisionNode::id).collect(Collectors.toList());
        GraphLanes lanes = new GraphLanes();
        List<Line> lines = new ArrayList<>();
        for (String id : graph.reverseTopologicalOrder(ids)) {
            RevisionNode node = graph.node(id);
            String mark = applied.contains(id) ? "*" : "o";
            String caption = caption(node, heads.contains(id), current.contains(id));
            lanes.join(id).forEach(text -> lines.add(new Line(text, Optional.empty())));
            lines.add(new Line(lanes.at(id, mark) + " " + caption, Optional.of(id)));
            lanes.leave(id, node.parents()).forEach(text -> lines.add(new Line(text, Optional.empty())));
        }
        return new HistoryChart(lines);
    }

    private static String caption(RevisionNode node, boolean isHead, boolean isCurrent) {
        StringBuilder out = new StringBuilder(node.id());
        if (!node.labels().isEmpty()) {
            out.append(" (").append(String.join(", ", node.labels())).append(")");
        }
        out.append(isHead ? " (head)" : "").append(isCurrent ? " (current)" : "");
        if (!node.dependsOn().isEmpty()) {
            out.append(" (needs ").append(String.join(", ", node.dependsOn())).append(")");
        }
        String message = node.message().strip().replaceAll("\\p{Cntrl}+", " ");
        return out.append(message.isEmpty() ? "" : ", ").append(message).toString();
    }

    /**
     * Returns the chart as text.
     *
     * @return the lines, each ended by a line feed
     */
    @Override
    public String toString() {
        return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
    }
}
