package dev.migrate.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void refusesAnUnknownParent() {
        assertThatThrownBy(() -> RevisionGraph.of(List.of(node("aaaa"), node("bbbb", "aaab"))))
                .isInstanceOfSatisfying(UnknownParentException.class, error -> {
                    assertThat(error.revision()).isEqualTo("bbbb");
                    assertThat(error.parent()).isEqualTo("aaab");
                    assertThat(error.suggestions()).containsExactly("aaaa");
                    assertThat(error.problem())
                            .isEqualTo("Revision 'bbbb' follows 'aaab', and no migration has that id.");
                    assertThat(error.remedy())
                            .isEqualTo(
                                    "Did you mean 'aaaa'? Add the missing migration, or correct the parent of 'bbbb'.");
                });
    }

    @Test
    void refusesAnUnknownDependency() {
        assertThatThrownBy(() -> HistoryNotation.graph("a1[library] -> a2; b(librari)"))
                .isInstanceOfSatisfying(UnknownDependencyException.class, error -> {
                    assertThat(error.revision()).isEqualTo("b");
                    assertThat(error.dependency()).isEqualTo("librari");
                    assertThat(error.suggestions()).containsExactly("library");
                });
    }

    @Test
    void refusesADependencyByPrefix() {
        assertThatThrownBy(() -> HistoryNotation.graph("aaaabbbb; c(aaaa)"))
                .isInstanceOf(UnknownDependencyException.class);
    }

    @Test
    void refusesTheSameIdTwice() {
        RevisionNode one = new RevisionNode("a", List.of(), List.of(), List.of(), "adds users");
        RevisionNode two = new RevisionNode("a", List.of(), List.of(), List.of(), "adds orders");
        assertThatThrownBy(() -> RevisionGraph.of(List.of(one, two)))
                .isInstanceOf(DuplicateRevisionException.class)
                .hasMessageContaining("The revision id 'a' is used by 2 migrations: 'adds orders' and 'adds users'.");
    }

    @Test
    void refusesTheSameParentTwice() {
        assertThatThrownBy(() -> RevisionGraph.of(List.of(node("a"), node("b", "a", "a"))))
                .isInstanceOf(DuplicateParentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a -> a                             | a         | false | Revision 'a' follows itself.
            x; a(a)                            | a         | true  | Revision 'a' depends on itself.
            z -> b -> c -> a -> b; c -> d      | a b c     | false | follow one another in a circle: 'a' -> 'b' -> 'c' -> 'a'.
            a -> b -> a -> tail -> more        | a b       | false | in a circle: 'a' -> 'b' -> 'a'.
            a(d) -> b; c(b) -> d               | a b c d   | true  | depend on one another in a circle: 'a' -> 'b' -> 'c' -> 'd' -> 'a'.
            """)
    void showsTheCircleAndNothingElse(String history, String cycle, boolean throughDependencies, String message) {
        assertThatThrownBy(() -> HistoryNotation.graph(history))
                .isInstanceOfSatisfying(RevisionCycleException.class, error -> {
                    assertThat(String.join(" ", error.cycle())).isEqualTo(cycle);
                    assertThat(error.throughDependencies()).isEqualTo(throughDependencies);
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
    void refusesIdsThatCannotBeStoredOrNamed(String id) {
        assertThatThrownBy(() -> RevisionGraph.of(List.of(node(id))))
                .isInstanceOfSatisfying(
                        InvalidRevisionIdException.class,
                        error -> assertThat(error.id()).isEqualTo(id));
    }

    @Test
    void saysHowLongAnIdMayBe() {
        assertThatThrownBy(() -> RevisionGraph.of(List.of(node("x".repeat(33)))))
                .hasMessageContaining("has 33 characters, and the version table has room for 32");
        RevisionGraph graph = RevisionGraph.of(List.of(node("x".repeat(32)), node("\uD83D\uDE00".repeat(32))));
        assertThat(graph.heads()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a@b", "a+b", "a:b", "head", "release-2", "x-"})
    void refusesLabelsThatCannotBeNamed(String label) {
        RevisionNode node = new RevisionNode("a", List.of(), List.of(label), List.of(), "");
        assertThatThrownBy(() -> RevisionGraph.of(List.of(node)))
                .isInstanceOfSatisfying(InvalidLabelException.class, error -> {
                    assertThat(error.label()).isEqualTo(label);
                    assertThat(error.revision()).isEqualTo("a");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a[x] -> b[x] | b | a | The label 'x' of revision 'b' is already the label of revision 'a'.
            a[x,x]       | a | a | The label 'x' of revision 'a' is already the label of revision 'a'.
            x; a[x]      | a | x | The label 'x' of revision 'a' is already the id of a revision.
            """)
    void refusesALabelThatIsTaken(String history, String revision, String other, String message) {
        assertThatThrownBy(() -> HistoryNotation.graph(history))
                .isInstanceOfSatisfying(LabelClashException.class, error -> {
                    assertThat(error.revision()).isEqualTo(revision);
                    assertThat(error.other()).isEqualTo(other);
                    assertThat(error).hasMessageContaining(message);
                });
    }
}
