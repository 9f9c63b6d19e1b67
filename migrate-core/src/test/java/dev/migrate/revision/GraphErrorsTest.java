package dev.migrate.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.RevisionException;
import dev.migrate.testing.HistoryNotation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories that are none: Alembic warns, or ends in a KeyError (S1, S2), or accepts them. */
class GraphErrorsTest {

    private static RevisionNode node(String id, String... parents) {
        return new RevisionNode(id, List.of(parents), List.of(), List.of(), "");
    }

    @Test
    void rejectsAnUnknownParent() {
        assertThatThrownBy(() -> RevisionGraph.of(List.of(node("aaaa"), node("bbbb", "aaab"))))
                .isInstanceOfSatisfying(RevisionException.class, error -> {
                    assertThat(error.reason()).isEqualTo(RevisionException.Reason.UNKNOWN_PARENT);
                    assertThat(error.revisions()).containsExactly("bbbb");
                    assertThat(error.subject()).isEqualTo("aaab");
                    assertThat(error.problem())
                            .isEqualTo("Revision 'bbbb' has the parent 'aaab', but no migration has that id.");
                    assertThat(error.remedy())
                            .isEqualTo(
                                    "Did you mean 'aaaa'? Add the missing migration, or correct the parent of 'bbbb'.");
                });
    }

    @Test
    void rejectsAnUnknownDependency() {
        assertThatThrownBy(() -> HistoryNotation.graph("a1[library] -> a2; b(librari)"))
                .isInstanceOfSatisfying(RevisionException.class, error -> {
                    assertThat(error.reason()).isEqualTo(RevisionException.Reason.UNKNOWN_DEPENDENCY);
                    assertThat(error.revisions()).containsExactly("b");
                    assertThat(error.subject()).isEqualTo("librari");
                    assertThat(error.remedy()).startsWith("Did you mean 'library'?");
                });
    }

    @Test
    void rejectsADependencyByPrefix() {
        assertThatThrownBy(() -> HistoryNotation.graph("aaaabbbb; c(aaaa)"))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.UNKNOWN_DEPENDENCY));
    }

    @Test
    void rejectsTheSameIdTwice() {
        RevisionNode one = new RevisionNode("a", List.of(), List.of(), List.of(), "adds users");
        RevisionNode two = new RevisionNode("a", List.of(), List.of(), List.of(), "adds orders");
        assertThatThrownBy(() -> RevisionGraph.of(List.of(one, two)))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.DUPLICATE_ID))
                .hasMessageContaining("The revision id 'a' is used by 2 migrations: 'adds orders' and 'adds users'.");
    }

    @Test
    void rejectsTheSameParentTwice() {
        assertThatThrownBy(() -> RevisionGraph.of(List.of(node("a"), node("b", "a", "a"))))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.DUPLICATE_PARENT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a -> a                             | a         | Revision 'a' follows itself.
        x; a(a)                            | a         | Revision 'a' depends on itself.
        z -> b -> c -> a -> b; c -> d      | a b c     | follow one another in a cycle: 'a' -> 'b' -> 'c' -> 'a'.
        a -> b -> a -> tail -> more        | a b       | in a cycle: 'a' -> 'b' -> 'a'.
        a(d) -> b; c(b) -> d               | a b c d   | depend on one another in a cycle: 'a' -> 'b' -> 'c' -> 'd' -> 'a'.
        """)
    void showsOnlyTheCycle(String history, String cycle, String message) {
        assertThatThrownBy(() -> HistoryNotation.graph(history))
                .isInstanceOfSatisfying(RevisionException.class, error -> {
                    assertThat(error.reason()).isEqualTo(RevisionException.Reason.CYCLE);
                    assertThat(String.join(" ", error.revisions())).isEqualTo(cycle);
                    assertThat(error).hasMessageContaining(message);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a@b",
                "a-b",
                "a+b",
                "a:b",
                "head",
                "heads",
                "base",
                "current",
                " a",
                "a\n",
                "a\u0000b",
                "a\uD800",
                "123456789012345678901234567890123"
            })
    void rejectsInvalidIds(String id) {
        assertThatThrownBy(() -> RevisionGraph.of(List.of(node(id))))
                .isInstanceOfSatisfying(RevisionException.class, error -> {
                    assertThat(error.reason()).isEqualTo(RevisionException.Reason.INVALID_ID);
                    assertThat(error.subject()).isEqualTo(id);
                });
    }

    @Test
    void reportsTheMaximumLengthOfAnId() {
        assertThatThrownBy(() -> RevisionGraph.of(List.of(node("x".repeat(33)))))
                .hasMessageContaining("has 33 characters, but the version table can store only 32");
        RevisionGraph graph = RevisionGraph.of(List.of(node("x".repeat(32)), node("\uD83D\uDE00".repeat(32))));
        assertThat(graph.heads()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a@b", "a+b", "a:b", "head", "release-2", "x-"})
    void rejectsInvalidLabels(String label) {
        RevisionNode node = new RevisionNode("a", List.of(), List.of(label), List.of(), "");
        assertThatThrownBy(() -> RevisionGraph.of(List.of(node)))
                .isInstanceOfSatisfying(RevisionException.class, error -> {
                    assertThat(error.reason()).isEqualTo(RevisionException.Reason.INVALID_LABEL);
                    assertThat(error.subject()).isEqualTo(label);
                    assertThat(error.revisions()).containsExactly("a");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a[x] -> b[x] | b | a | The label 'x' of revision 'b' is already the label of revision 'a'.
        a[x,x]       | a | a | The label 'x' of revision 'a' is already the label of revision 'a'.
        x; a[x]      | a | x | The label 'x' of revision 'a' is already the id of a revision.
        """)
    void rejectsALabelInUse(String history, String revision, String other, String message) {
        assertThatThrownBy(() -> HistoryNotation.graph(history))
                .isInstanceOfSatisfying(RevisionException.class, error -> {
                    assertThat(error.reason()).isEqualTo(RevisionException.Reason.LABEL_CLASH);
                    assertThat(error.revisions()).containsExactly(revision, other);
                    assertThat(error).hasMessageContaining(message);
                });
    }
}
