package dev.migrate.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.RevisionException;
import dev.migrate.testing.HistoryNotation;
import dev.migrate.testing.Property;
import dev.migrate.testing.RandomHistory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HistoryChartTest {

    @Test
    void drawsALaneForEachBranch() {
        RevisionGraph graph = HistoryNotation.graph(HistoryNotation.DIAMOND);
        assertThat(HistoryChart.of(graph, List.of("d1", "c2"))).hasToString("""
            o f (head), makes f
            o e, makes e
            |\\
            * | d1 (current), makes d1
            * | c1 (c1branch), makes c1
            | o d2, makes d2
            | * c2 (c2branch) (current), makes c2
            |/
            * b, makes b
            * a, makes a
            """);
    }

    @Test
    void listsDependencies() {
        RevisionGraph graph = HistoryNotation.graph(HistoryNotation.DEPENDENT);
        assertThat(HistoryChart.of(graph, List.of("a3", "b3"))).hasToString("""
            * a3 (head) (current), makes a3
            | * b3 (head) (current), makes b3
            | * b2 (needs a2), makes b2
            | * b1 (app), makes b1
            * a2, makes a2
            * a1 (lib), makes a1
            """);
    }

    @Test
    void joinsLanesAcrossOthers() {
        RevisionGraph graph = HistoryNotation.graph(
                "r -> x1 -> x2; r -> y; r -> z -> z2; x2, y, z2 -> m -> n; m -> o; q; p -> q2; o, q -> t");
        assertThat(HistoryChart.of(graph, List.of())).hasToString("""
            o n (head), makes n
            | o t (head), makes t
            | |\\
            | o | o, makes o
            | | | o q2 (head), makes q2
            | | | o p, makes p
            |/ /
            o | m, makes m
            |\\ \\
            |\\ \\ \\
            o | | | x2, makes x2
            o | | | x1, makes x1
            | o | | y, makes y
            | | | o q, makes q
            | | o z2, makes z2
            | | o z, makes z
            |_|/
            |/
            o r, makes r
            """);
    }

    @Test
    void separatesUnrelatedHistories() {
        RevisionGraph graph = HistoryNotation.graph("a1 -> a2; b1; c1");
        assertThat(HistoryChart.of(graph, List.of())).hasToString("""
            o a2 (head), makes a2
            o a1, makes a1

            o b1 (head), makes b1

            o c1 (head), makes c1
            """);
    }

    @Test
    void keepsAMessageOnOneLine() {
        RevisionNode node = new RevisionNode("a", List.of(), List.of(), List.of(), " adds\n\tusers ");
        assertThat(HistoryChart.of(RevisionGraph.of(List.of(node)), List.of())).hasToString("o a (head), adds users\n");
    }

    @Test
    void returnsTheRevisionOfALine() {
        HistoryChart chart = HistoryChart.of(HistoryNotation.graph("a -> b; a -> c; b, c -> d"), List.of());
        assertThat(chart.lines().stream().map(line -> line.revision().orElse("-")))
                .containsExactly("d", "-", "b", "c", "-", "a");
    }

    @Test
    void rejectsUnknownRows() {
        assertThatThrownBy(() -> HistoryChart.of(HistoryNotation.graph("a"), List.of("x")))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.UNKNOWN_IN_DATABASE));
    }

    /** Following the lines leads exactly to the declared parents. */
    @Test
    void canBeParsed() {
        Property.of(RandomHistory::any, RandomHistory::smaller).holds(10_000, history -> {
            RevisionGraph graph = RevisionGraph.of(history.nodes());
            HistoryChart chart = HistoryChart.of(graph, List.of());
            Map<String, Set<String>> read = new Tracer().read(chart);
            for (RevisionNode node : history.nodes()) {
                assertThat(read.getOrDefault(node.id(), Set.of()))
                        .as("parents of %s in\n%s", node.id(), chart)
                        .isEqualTo(Set.copyOf(node.parents()));
            }
        });
    }

    /** Follows the lines: each lane contains the revisions from which its lines come. */
    private static final class Tracer {
        private final Map<String, Set<String>> parents = new HashMap<>();
        private Map<Integer, Set<String>> lanes = new HashMap<>();

        Map<String, Set<String>> read(HistoryChart chart) {
            chart.lines().forEach(line -> {
                Map<Integer, Set<String>> next = new HashMap<>();
                String drawn = line.revision()
                        .map(id -> line.text().substring(0, line.text().indexOf(id)))
                        .orElse(line.text());
                for (int column = 0; column < drawn.length(); column++) {
                    stroke(drawn, column, line.revision().orElse(""), next);
                }
                lanes = next;
            });
            return parents;
        }

        private void stroke(String drawn, int column, String id, Map<Integer, Set<String>> next) {
            int lane = column / 2;
            switch (drawn.charAt(column)) {
                case '|' -> carry(lane, lane, next);
                case '\\' -> carry(lane, lane + 1, next);
                case '/' -> {
                    int start = column;
                    while (start >= 2 && drawn.charAt(start - 2) == '_') {
                        start -= 2;
                    }
                    carry(lane + 1, start / 2, next);
                }
                case 'o' -> {
                    lanes.getOrDefault(lane, Set.of())
                            .forEach(child -> parents.computeIfAbsent(child, any -> new TreeSet<>())
                                    .add(id));
                    next.put(lane, Set.of(id));
                }
                default -> assertThat(drawn.charAt(column)).isIn(' ', '_');
            }
        }

        private void carry(int from, int to, Map<Integer, Set<String>> next) {
            assertThat(lanes).as("strokes that come from somewhere").containsKey(from);
            Set<String> sum = new TreeSet<>(next.getOrDefault(to, Set.of()));
            sum.addAll(lanes.getOrDefault(from, Set.of()));
            next.put(to, sum);
        }
    }
}
