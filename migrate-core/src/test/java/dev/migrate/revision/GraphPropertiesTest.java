package dev.migrate.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.error.RevisionException;
import dev.migrate.testing.Property;
import dev.migrate.testing.RandomHistory;
import dev.migrate.testing.ReferenceGraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class GraphPropertiesTest {

    private static final Property<RandomHistory> HISTORIES = Property.of(RandomHistory::any, RandomHistory::smaller);

    @Test
    void relatesRevisionsAsDeclared() {
        HISTORIES.holds(3_000, history -> {
            RevisionGraph graph = RevisionGraph.of(history.nodes());
            ReferenceGraph oracle = new ReferenceGraph(history.nodes());
            for (String id : oracle.all()) {
                assertThat(graph.children(id)).containsExactlyInAnyOrderElementsOf(oracle.children(id));
                assertThat(graph.ancestors(Set.of(id))).isEqualTo(oracle.below(Set.of(id)));
                assertThat(graph.descendants(Set.of(id))).isEqualTo(oracle.above(Set.of(id)));
                assertThat(graph.lineage(id)).isEqualTo(oracle.lineage(id));
                assertThat(graph.branch(id)).isEqualTo(oracle.branch(id));
                assertThat(graph.labels(id)).containsExactlyElementsOf(labels(history, oracle, id));
            }
            assertThat(graph.realHeads()).containsExactlyElementsOf(oracle.maximal(oracle.all()));
            assertThat(graph.maximal(history.applied()).containsAll(oracle.maximal(history.applied())))
                    .isTrue();
        });
    }

    private static List<String> labels(RandomHistory history, ReferenceGraph oracle, String id) {
        return history.nodes().stream()
                .filter(node -> oracle.branch(node.id()).contains(id))
                .flatMap(node -> node.labels().stream())
                .sorted()
                .toList();
    }

    /** Names from a small pool, so that everything that can be wrong is wrong now and then. */
    private static List<RevisionNode> anything(Random random) {
        List<String> pool = List.of("a", "b", "c", "d", "e", "lib", "app", "", "head", "x@y", "n".repeat(33), "\u0000");
        int reach = random.nextInt(4) == 0 ? pool.size() : 5 + random.nextInt(3);
        List<RevisionNode> nodes = new ArrayList<>();
        for (int n = random.nextInt(6); n > 0; n--) {
            nodes.add(new RevisionNode(
                    pool.get(random.nextInt(reach)),
                    names(random, pool, reach, 3),
                    random.nextInt(4) == 0 ? names(random, pool, reach, 2) : List.of(),
                    random.nextInt(3) == 0 ? names(random, pool, reach, 2) : List.of(),
                    "some\nmessage"));
        }
        return nodes;
    }

    private static List<String> names(Random random, List<String> pool, int reach, int most) {
        return random.ints(random.nextInt(most), 0, reach).mapToObj(pool::get).toList();
    }

    private static Stream<List<RevisionNode>> oneLess(List<RevisionNode> nodes) {
        return IntStream.range(0, nodes.size()).mapToObj(gone -> {
            List<RevisionNode> left = new ArrayList<>(nodes);
            left.remove(gone);
            return left;
        });
    }

    /** Any declarations at all end in a graph or in one typed error, and in a graph exactly if nothing is wrong. */
    @Test
    void acceptsOnlyValidGraphs() {
        int[] accepted = new int[1];
        int[] tried = new int[1];
        Property.of(GraphPropertiesTest::anything, GraphPropertiesTest::oneLess).holds(50_000, nodes -> {
            boolean isGraph = isGraph(nodes);
            tried[0]++;
            accepted[0] += isGraph ? 1 : 0;
            try {
                RevisionGraph graph = RevisionGraph.of(nodes);
                assertThat(isGraph).isTrue();
                assertThat(HistoryChart.of(graph, List.of()).lines()).hasSizeGreaterThanOrEqualTo(nodes.size());
            } catch (RevisionException error) {
                assertThat(isGraph).as(error.problem()).isFalse();
            }
        });
        assertThat(accepted[0]).isGreaterThan(tried[0] / 50);
    }

    private static boolean isGraph(List<RevisionNode> nodes) {
        Set<String> names = new HashSet<>();
        for (RevisionNode node : nodes) {
            if (isIllegal(node.id()) || !names.add(node.id())) {
                return false;
            }
        }
        for (String label :
                nodes.stream().flatMap(node -> node.labels().stream()).toList()) {
            if ((isIllegal(label) && label.length() < 33) || !names.add(label)) {
                return false;
            }
        }
        Set<String> placed = new HashSet<>();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (RevisionNode node : nodes) {
                boolean isReady = placed.containsAll(node.parents()) && placed.containsAll(node.dependsOn());
                if (isReady
                        && new HashSet<>(node.parents()).size()
                                == node.parents().size()
                        && placed.add(node.id())) {
                    placed.addAll(node.labels());
                    grows = true;
                }
            }
        }
        return nodes.stream().allMatch(node -> placed.contains(node.id()) && idsOnly(nodes, node.parents()));
    }

    private static boolean idsOnly(List<RevisionNode> nodes, List<String> parents) {
        return nodes.stream().map(RevisionNode::id).toList().containsAll(parents);
    }

    private static boolean isIllegal(String name) {
        return name.isEmpty()
                || name.equals("head")
                || name.contains("@")
                || name.length() > 32
                || name.equals("\u0000");
    }
}
