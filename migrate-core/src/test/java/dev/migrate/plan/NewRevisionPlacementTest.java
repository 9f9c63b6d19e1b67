package dev.migrate.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.RevisionException;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parents of a new revision, as with {@code alembic revision}. */
class NewRevisionPlacementTest {

    private static final RevisionGraph EMPTY = RevisionGraph.of(List.of());
    private static final RevisionGraph LINE = RevisionGraph.of(List.of(node("a001"), node("a002", "a001")));
    private static final RevisionGraph FORK = RevisionGraph.of(List.of(
            node("a001"),
            new RevisionNode("b002", List.of("a001"), List.of("billing"), List.of(), ""),
            node("c002", "a001")));

    private static RevisionNode node(String id, String... parents) {
        return new RevisionNode(id, List.of(parents), List.of(), List.of(), "");
    }

    private static RevisionNode added(RevisionGraph graph, NewRevision wanted) {
        return Planner.addition(graph, wanted.id("new1"));
    }

    @Test
    void followsTheOnlyHead() {
        assertThat(added(LINE, NewRevision.of("  more \n of it ")))
                .isEqualTo(new RevisionNode("new1", List.of("a002"), List.of(), List.of(), "more of it"));
    }

    @Test
    void startsTheHistoryIfThereIsNone() {
        assertThat(added(EMPTY, NewRevision.of("")).parents()).isEmpty();
    }

    @Test
    void startsANewBase() {
        assertThat(added(LINE, NewRevision.of("").head("base").label("other")).parents())
                .isEmpty();
    }

    @Test
    void rejectsSeveralHeads() {
        assertThatThrownBy(() -> added(FORK, NewRevision.of("")))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.MULTIPLE_HEADS));
        assertThat(added(FORK, NewRevision.of("").head("billing@head")).parents())
                .containsExactly("b002");
        assertThat(added(FORK, NewRevision.of("").head("c0")).parents()).containsExactly("c002");
        assertThat(added(FORK, NewRevision.of("").head("heads")).parents()).containsExactly("b002", "c002");
    }

    @Test
    void requiresSplicingForAParentWithChildren() {
        assertThatThrownBy(() -> added(LINE, NewRevision.of("").head("a001")))
                .isInstanceOfSatisfying(RevisionException.class, e -> {
                    assertThat(e.reason()).isEqualTo(RevisionException.Reason.NOT_A_HEAD);
                    assertThat(e.revisions()).containsExactly("a001");
                })
                .hasMessageContaining("--splice")
                .hasMessageContaining("'a002'");
        assertThat(added(LINE, NewRevision.of("").head("a001").spliced()).parents())
                .containsExactly("a001");
    }

    @Test
    void resolvesDependenciesToCompleteIdsAndKeepsLabels() {
        assertThat(added(FORK, NewRevision.of("").head("base").dependsOn("c00").dependsOn("billing"))
                        .dependsOn())
                .containsExactly("c002", "billing");
        assertThatThrownBy(() -> added(FORK, NewRevision.of("").head("base").dependsOn("d002")))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.UNKNOWN));
    }

    @Test
    void rejectsRevisionsThatDoNotFitIntoTheGraph() {
        assertThatThrownBy(() -> Planner.addition(LINE, NewRevision.of("").id("a001")))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.DUPLICATE_ID));
        assertThatThrownBy(() -> Planner.addition(LINE, NewRevision.of("").id("a:b")))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.INVALID_ID));
        assertThatThrownBy(() -> Planner.addition(LINE, NewRevision.of("").id("x".repeat(33))))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.INVALID_ID));
        assertThatThrownBy(() -> added(FORK, NewRevision.of("").head("c002").label("billing")))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.LABEL_CLASH));
        assertThatThrownBy(() -> added(LINE, NewRevision.of("").label("a@b")))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.INVALID_LABEL));
        assertThatThrownBy(() -> added(LINE, NewRevision.of("").head("zzzz")))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"current", "-1", "+1"})
    void rejectsExpressionsThatNeedADatabase(String head) {
        assertThatThrownBy(() -> added(LINE, NewRevision.of("").head(head)))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.NOT_A_HEAD))
                .hasMessageContaining("depends on the current revisions of a database");
    }

    @Test
    void anIdIsTwelveRandomDigitsUnlessItIsGiven() {
        assertThat(NewRevision.of("").id())
                .matches("[0-9a-f]{12}")
                .isNotEqualTo(NewRevision.of("").id());
    }
}
