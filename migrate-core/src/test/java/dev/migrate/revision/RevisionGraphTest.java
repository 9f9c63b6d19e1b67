package dev.migrate.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.RevisionException;
import dev.migrate.testing.HistoryNotation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RevisionGraphTest {

    @Test
    void findsBasesBranchPointsMergePointsAndHeads() {
        RevisionGraph graph = HistoryNotation.graph(HistoryNotation.DIAMOND);
        assertThat(graph.bases()).containsExactly("a");
        assertThat(graph.heads()).containsExactly("f");
        assertThat(graph.branchPoints()).containsExactly("b");
        assertThat(graph.mergePoints()).containsExactly("e");
        assertThat(graph.parents("e")).containsExactly("d1", "d2");
        assertThat(graph.children("b")).containsExactly("c1", "c2");
        assertThat(graph.lineage("c1")).containsExactly("a", "b", "c1", "d1", "e", "f");
        assertThat(graph.branch("c1")).containsExactly("c1", "d1", "e", "f");
    }

    @Test
    void dependenciesAffectOnlyRealHeadsAndBases() {
        RevisionGraph graph = HistoryNotation.graph("a1 -> a2; b1(a2) -> b2");
        assertThat(graph.heads()).containsExactly("a2", "b2");
        assertThat(graph.realHeads()).containsExactly("b2");
        assertThat(graph.bases()).containsExactly("a1", "b1");
        assertThat(graph.realBases()).containsExactly("a1");
        assertThat(graph.lineage("b1")).containsExactly("b1", "b2");
        assertThat(graph.ancestors(List.of("b1"))).containsExactly("a1", "a2", "b1");
        assertThat(graph.descendants(List.of("a2"))).containsExactly("a2", "b1", "b2");
    }

    @Test
    void sortsTopologicallyAndThenById() {
        RevisionGraph graph = HistoryNotation.graph("z -> m; y -> b(z); x -> a");
        assertThat(graph.revisions()).extracting(RevisionNode::id).containsExactly("x", "a", "y", "z", "b", "m");
    }

    @Test
    void doesNotDependOnTheOrderOfRevisions() {
        List<RevisionNode> nodes = new ArrayList<>(HistoryNotation.nodes(HistoryNotation.DIAMOND));
        nodes.addAll(HistoryNotation.nodes(HistoryNotation.DEPENDENT));
        RevisionGraph graph = RevisionGraph.of(nodes);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(nodes, new Random(seed));
            RevisionGraph shuffled = RevisionGraph.of(nodes);
            assertThat(shuffled.revisions()).isEqualTo(graph.revisions());
            assertThat(shuffled.heads()).isEqualTo(graph.heads());
            List<String> ids = nodes.stream().map(RevisionNode::id).toList();
            assertThat(shuffled.reverseTopologicalOrder(ids)).isEqualTo(graph.reverseTopologicalOrder(ids));
            assertThat(shuffled.children("b")).isEqualTo(graph.children("b"));
        }
    }

    /** A dependency that an ancestor by parents declares is redundant, and so is a parent (#789, #843). */
    @Test
    void omitsRedundantDependencies() {
        RevisionGraph graph = HistoryNotation.graph("a -> a2; b(a) -> c(a, a2) -> d(c, a2); e(a)");
        assertThat(graph.dependencies("b")).containsExactly("a");
        assertThat(graph.dependencies("c")).containsExactly("a2");
        assertThat(graph.dependencies("d")).isEmpty();
        assertThat(graph.dependencies("e")).containsExactly("a");
    }

    @Test
    void resolvesALabelToTheRevisionThatDeclaresIt() {
        RevisionGraph graph = HistoryNotation.graph("a1[lib] -> a2; b(lib)");
        assertThat(graph.dependencies("b")).containsExactly("a1");
        assertThat(graph.labelled("lib")).contains("a1");
        assertThat(graph.labelled("app")).isEmpty();
    }

    @Test
    void inheritsLabelsUpToTheNearestBranchOrMergePoint() {
        RevisionGraph graph = HistoryNotation.graph("a -> b -> c1 -> d1[one] -> e1; b -> c2[two]");
        assertThat(graph.labels("a")).isEmpty();
        assertThat(graph.labels("b")).isEmpty();
        assertThat(graph.labels("c1")).containsExactly("one");
        assertThat(graph.labels("e1")).containsExactly("one");
        assertThat(graph.labels("c2")).containsExactly("two");

        RevisionGraph merged = HistoryNotation.graph("a[x], b[y] -> m -> c[z] -> d");
        assertThat(merged.labels("m")).containsExactly("x", "y");
        assertThat(merged.labels("d")).containsExactly("x", "y", "z");
    }

    /** S20: Alembic omits the ancestors if the branch itself branches later. */
    @Test
    void inheritsLabelsFromDescendants() {
        RevisionGraph graph = HistoryNotation.graph("a -> b[lab] -> c1; b -> c2");
        assertThat(graph.labels("a")).containsExactly("lab");
        assertThat(graph.labels("c2")).containsExactly("lab");
    }

    @Test
    void returnsAppliedRevisions() {
        RevisionGraph graph = HistoryNotation.graph(HistoryNotation.DEPENDENT);
        assertThat(graph.applied(List.of("b2"))).containsExactly("a1", "a2", "b1", "b2");
        assertThat(graph.applied(List.of())).isEmpty();
        assertThat(graph.maximal(graph.applied(List.of("b2")))).containsExactly("b2");
        assertThat(graph.maximal(List.of("a1", "a3", "b1"))).containsExactly("a1", "a3", "b1");
    }

    @Test
    void reportsUnknownStoredIds() {
        RevisionGraph graph = HistoryNotation.graph("ae1027a6acf -> 1975ea83b712");
        assertThatThrownBy(() -> graph.applied(List.of("ae1027a6acx", "1975ea83b712")))
                .isInstanceOfSatisfying(RevisionException.class, error -> {
                    assertThat(error.reason()).isEqualTo(RevisionException.Reason.UNKNOWN_IN_DATABASE);
                    assertThat(error.revisions()).containsExactly("ae1027a6acx");
                    assertThat(error)
                            .hasMessage("The version table contains 'ae1027a6acx', but no loaded migration has that id."
                                    + " Did you mean 'ae1027a6acf'? If the migration exists elsewhere, for example"
                                    + " in a newer version of the application or on another branch of its sources,"
                                    + " add it. If it was removed on purpose, use stamp --purge (StampMode.PURGE) to record the"
                                    + " actual revision of the database.");
                });
    }

    @Test
    void findsRevisionsOnlyByTheirCompleteId() {
        RevisionGraph graph = HistoryNotation.graph("ae1027a6acf");
        assertThat(graph.find("ae1027a6acf")).isPresent();
        assertThat(graph.find("ae10")).isEmpty();
        assertThatThrownBy(() -> graph.node("ae1027a6ac"))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.UNKNOWN))
                .hasMessageContaining("Did you mean 'ae1027a6acf'?");
    }
}
