package dev.migrate.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.RevisionException;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import dev.migrate.testing.HistoryNotation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergeTest {

    /** Two branches from one base. */
    private static final List<RevisionNode> NODES = HistoryNotation.nodes("a -> b1 -> c1; a -> b2");

    private static final RevisionGraph GRAPH = RevisionGraph.of(NODES);

    @Test
    void mergesAllHeads() {
        RevisionNode merge = Planner.merge(GRAPH, "join", "heads");

        assertThat(merge.parents()).containsExactly("b2", "c1");
        assertThat(merge.message()).isEqualTo("join");
        List<RevisionNode> more = new ArrayList<>(NODES);
        more.add(merge);
        assertThat(RevisionGraph.of(more).heads()).containsExactly(merge.id());
    }

    @Test
    void derivesTheIdFromTheParents() {
        assertThat(Planner.merge(GRAPH, "mine", "c1", "b2").id())
                .isEqualTo(Planner.merge(GRAPH, "yours", "heads").id())
                .hasSize(12);
    }

    @Test
    void rejectsRevisionsWithChildrenAndListsTheHeads() {
        assertThatThrownBy(() -> Planner.merge(GRAPH, "", "b1", "b2"))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.NOT_MERGEABLE))
                .hasMessageContaining("b1")
                .hasMessageContaining("The heads are 'b2' and 'c1'");
    }

    @Test
    void rejectsFewerThanTwoHeads() {
        assertThatThrownBy(() -> Planner.merge(GRAPH, "", "c1"))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.NOT_MERGEABLE))
                .hasMessageContaining("only 'c1' was named");
        assertThatThrownBy(() -> Planner.merge(GRAPH, "", "base"))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.NOT_MERGEABLE))
                .hasMessageContaining("only the base was named");
    }
}
