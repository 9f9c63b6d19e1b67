package dev.migrate.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.RevisionException;
import dev.migrate.testing.HistoryNotation;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolvedTargetTest {

    /**
     * <pre>
     *             aaaaccc1 - aaaaddd1     branch one
     *            /
     *   abcd - abce
     *            \
     *             bbbbccc2 - bbbbddd2     branch two
     *               :
     *   lib1 ---- lib2 - lib3             branch library; bbbbccc2 depends on lib2
     * </pre>
     */
    private static final RevisionGraph GRAPH = HistoryNotation.graph("abcd -> abce -> aaaaccc1[one] -> aaaaddd1;"
            + " abce -> bbbbccc2[two](lib2) -> bbbbddd2; lib1[library] -> lib2 -> lib3");

    @ParameterizedTest(name = "{0} from {1}")
    @CsvSource(delimiter = '|', textBlock = """
        abcd            |                    | abcd
        aaaac           |                    | aaaaccc1
        one             |                    | aaaaccc1
        bbbbccc2        |                    | bbbbccc2
        libr            |                    | lib1
        heads           |                    | aaaaddd1 bbbbddd2 lib3
        base            |                    |
        library@base    |                    |
        library@head    |                    | lib3
        one@heads       |                    | aaaaddd1
        abce@heads      |                    | aaaaddd1 bbbbddd2
        two@abcd        |                    | abcd
        two@b+0         | bbbbccc2           | !
        abcd@bbbbd      |                    | bbbbddd2
        one@aaaa        |                    | !
        aaaacc@head     |                    | aaaaddd1
        libra@head      |                    | lib3
        current         | aaaaccc1 lib1      | aaaaccc1 lib1
        library@current | bbbbddd2           | lib2
        one@current     | bbbbccc2 lib3      | abce
        library@current |                    |
        +1              | aaaaccc1           | aaaaddd1
        -1              | aaaaccc1           | abce
        library@+1      | bbbbddd2           | lib3
        library@-1      | bbbbddd2           | lib1
        one@+1          | bbbbddd2           | aaaaccc1
        one@+1          |                    | abcd
        one@+3          |                    | aaaaccc1
        one@base+3      |                    | aaaaccc1
        library@head-1  |                    | lib2
        abce-2          |                    |
        aaaacc+1        |                    | aaaaddd1
        two@abcd+2      |                    | bbbbccc2
        """)
    void resolvesPlaces(String expression, @Nullable String rows, @Nullable String found) {
        if ("!".equals(found)) {
            assertThatThrownBy(() -> resolve(expression, rows)).isInstanceOf(RevisionException.class);
        } else {
            assertThat(resolve(expression, rows).revisions()).isEqualTo(words(found));
        }
    }

    @Test
    void keepsTheBranchOfAPlace() {
        assertThat(resolve("library@base", null).line()).contains("lib1");
        assertThat(resolve("aaaaccc1-3", null).line()).contains("aaaaccc1");
        assertThat(resolve("-3", "aaaaccc1").line()).contains("aaaaccc1");
        assertThat(resolve("-2", "aaaaccc1").line()).isEmpty();
        assertThat(resolve("base", null).line()).isEmpty();
    }

    /** S11: Alembic reports that it cannot locate the revision. */
    @Test
    void listsTheCandidatesOfAPrefix() {
        assertThatThrownBy(() -> resolve("bbbb", null)).isInstanceOfSatisfying(RevisionException.class, error -> {
            assertThat(error.reason()).isEqualTo(RevisionException.Reason.AMBIGUOUS);
            assertThat(error.subject()).isEqualTo("bbbb");
            assertThat(error.revisions()).containsExactly("bbbbccc2", "bbbbddd2");
            assertThat(error).hasMessageContaining("'bbbbccc2' and 'bbbbddd2'");
        });
    }

    @Test
    void acceptsAPrefixOfAnIdAndItsOwnLabel() {
        RevisionGraph graph = HistoryNotation.graph("lib1[library] -> lib2; short -> shop");
        assertThat(Resolver.resolve(graph, List.of(), TargetParser.place("lib1"))
                        .revisions())
                .containsExactly("lib1");
        RevisionGraph own = HistoryNotation.graph("users1[users] -> b");
        assertThat(Resolver.resolve(own, List.of(), TargetParser.place("user")).revisions())
                .containsExactly("users1");
    }

    @Test
    void doesNotCompleteNamesOfFewerThanFourCharacters() {
        RevisionGraph graph = HistoryNotation.graph("abc -> defg");
        assertThat(Resolver.resolve(graph, List.of(), TargetParser.place("d")).revisions())
                .containsExactly("defg");
        assertThatThrownBy(() -> Resolver.resolve(graph, List.of(), TargetParser.place("a")))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.UNKNOWN))
                .hasMessageContaining("Prefixes must have at least four characters.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        HEAD     | head heads
        libary   | library
        aaaaccc2 | aaaaccc1
        nothing  |
        """)
    void suggestsSimilarNames(String name, @Nullable String suggestions) {
        assertThatThrownBy(() -> resolve(name, null)).isInstanceOfSatisfying(RevisionException.class, error -> {
            assertThat(error.reason()).isEqualTo(RevisionException.Reason.UNKNOWN);
            assertThat(error.subject()).isEqualTo(name);
            for (String suggestion : words(suggestions)) {
                assertThat(error.remedy()).contains("'" + suggestion + "'");
            }
            assertThat(error.remedy().contains("Did you mean")).isEqualTo(suggestions != null);
        });
    }

    @Test
    void reportsSeveralHeads() {
        for (String expression : List.of("head", "abce@head", "head-1", "heads-1")) {
            assertThatThrownBy(() -> resolve(expression, null))
                    .isInstanceOfSatisfying(RevisionException.class, error -> {
                        assertThat(error.reason()).isEqualTo(RevisionException.Reason.MULTIPLE_HEADS);
                        assertThat(error.subject()).isEqualTo(expression);
                        assertThat(error.revisions()).contains("aaaaddd1", "bbbbddd2");
                    });
        }
    }

    @Test
    void listsTheCandidatesOfAnAmbiguousStep() {
        assertThatThrownBy(() -> resolve("+1", "abce")).isInstanceOfSatisfying(RevisionException.class, error -> {
            assertThat(error.reason()).isEqualTo(RevisionException.Reason.AMBIGUOUS);
            assertThat(error.problem()).contains("from 'abce' it leads to");
            assertThat(error.revisions()).containsExactly("aaaaccc1", "bbbbccc2");
        });
        assertThatThrownBy(() -> resolve("+1", null)).isInstanceOfSatisfying(RevisionException.class, error -> {
            assertThat(error.reason()).isEqualTo(RevisionException.Reason.AMBIGUOUS);
            assertThat(error.problem()).contains("it matches");
            assertThat(error.revisions()).containsExactly("abcd", "lib1");
        });
        assertThatThrownBy(() -> resolve("+1", "aaaaccc1 lib1"))
                .isInstanceOfSatisfying(RevisionException.class, error -> {
                    assertThat(error.reason()).isEqualTo(RevisionException.Reason.AMBIGUOUS);
                    assertThat(error.revisions()).containsExactly("aaaaccc1", "lib1");
                });
    }

    /** S3: Alembic fails with an AssertionError without a message. */
    @ParameterizedTest
    @CsvSource({"lib3+1, 0, lib3", "library@head+2, 0, lib3", "lib3-9, 3, base", "base-1, 0, base", "lib1+5, 2, lib3"})
    void reportsStepsOutOfRange(String expression, int possible, String end) {
        assertThatThrownBy(() -> resolve(expression, null)).isInstanceOfSatisfying(RevisionException.class, error -> {
            assertThat(error.reason()).isEqualTo(RevisionException.Reason.OUT_OF_RANGE);
            assertThat(error.subject()).isEqualTo(expression);
            assertThat(error.problem()).contains("after " + possible + " step");
            assertThat(error.problem()).contains("'" + end + "' is reached");
        });
    }

    @Test
    void rejectsARevisionOfAnotherBranch() {
        assertThatThrownBy(() -> resolve("one@lib2", null)).isInstanceOfSatisfying(RevisionException.class, error -> {
            assertThat(error.reason()).isEqualTo(RevisionException.Reason.NOT_IN_BRANCH);
            assertThat(error.revisions()).containsExactly("lib2");
            assertThat(error.subject()).isEqualTo("one");
        });
    }

    @Test
    void rejectsABranchThatIsNotApplied() {
        assertThatThrownBy(() -> resolve("one@-1", "bbbbccc2"))
                .isInstanceOfSatisfying(RevisionException.class, error -> {
                    assertThat(error.reason()).isEqualTo(RevisionException.Reason.BRANCH_NOT_APPLIED);
                    assertThat(error.subject()).isEqualTo("one@-1");
                    assertThat(error.revisions()).containsExactly("bbbbccc2");
                });
    }

    private static ResolvedTarget resolve(String expression, @Nullable String rows) {
        return Resolver.resolve(GRAPH, words(rows), TargetParser.place(expression));
    }

    private static List<String> words(@Nullable String text) {
        return text == null ? List.of() : Arrays.asList(text.split(" ", -1));
    }
}
