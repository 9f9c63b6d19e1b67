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
 * A drawn history: one lane for each line of revisions, newest first, as {@code git log --graph} draws commits.
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
 * <p>{@code *} is applied, {@code o} is not; {@code (head)} ends a line, {@code (current)} is a row of the version table.
 * Labels stand at the revision that declares them. Lanes are for parents; a dependency is named and not drawn, because it
 * may point anywhere. Immutable; equal arguments give equal charts.
 *
 * @param lines the lines from top to bottom
 */
public record HistoryChart(List<Line> lines) {

    /**
     * One line of a chart.
     *
     * @param text the lanes, and after them what is said about the revision if there is one; empty between two histories
     * @param revision the id of the revision that the line is about; empty if it only joins or parts lanes
     */
    public record Line(String text, Optional<String> revision) {

        /** Refuses null. */
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
     * @param rows the ids that the version table holds; empty for none
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
     * The chart as text.
     *
     * @return the lines, each ended by a line feed
     */
    @Override
    public String toString() {
        return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
    }
}
