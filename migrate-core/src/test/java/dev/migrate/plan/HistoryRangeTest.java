package dev.migrate.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.RevisionException;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.testing.HistoryNotation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a range of the history lists.
 *
 * <pre>
 *             c1 - d1
 *            /       \
 *     a --- b         e --- f        lib1 --- lib2
 *            \       /
 *             c2 - d2 (needs lib1)
 * </pre>
 */
class HistoryRangeTest {

    private static final RevisionGraph GRAPH =
            HistoryNotation.graph("a -> b -> c1 -> d1; b -> c2 -> d2(lib1); d1, d2 -> e -> f; lib1 -> lib2");

    @ParameterizedTest
    @CsvSource({
        // range, rows, listed
        "'b:d1', '', 'd1 c1 b'",
        "'d1:e', '', 'e d1 d2 c2 lib1'",
        "'e:', '', 'f e lib2'",
        "':c2', '', 'c2 b a'",
        "'base:b', '', 'b a'",
        "'current:', 'e', 'f e lib2'",
        "':current', 'c1', 'c1 b a'",
        "'-1:', 'd1', 'f e d1 c1 d2 c2 lib1 lib2'",
    })
    void listsBothEndsAndWhatTheEndNeeds(String range, String rows, String listed) {
        List<String> stored = rows.isEmpty() ? List.of() : List.of(rows.split(" "));
        assertThat(Planner.range(GRAPH, stored, range)).containsExactlyInAnyOrder(listed.split(" "));
    }

    @Test
    void listsEachRevisionBeforeItsParents() {
        List<String> all = Planner.range(GRAPH, List.of(), ":");

        assertThat(all).hasSize(10);
        for (String id : all) {
            assertThat(GRAPH.requirements(id))
                    .allSatisfy(needed -> assertThat(all.indexOf(needed)).isGreaterThan(all.indexOf(id)));
        }
    }

    @Test
    void rejectsUnrelatedEnds() {
        assertThatThrownBy(() -> Planner.range(GRAPH, List.of(), "d1:d2"))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.DISCONNECTED_RANGE))
                .hasMessageContaining("d1")
                .hasMessageContaining("d2");
        assertThatThrownBy(() -> Planner.range(GRAPH, List.of(), "b:a"))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.DISCONNECTED_RANGE));
    }

    @Test
    void rejectsOtherExpressions() {
        assertThatThrownBy(() -> Planner.range(GRAPH, List.of(), "head"))
                .isInstanceOfSatisfying(
                        RevisionException.class, e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.SYNTAX))
                .hasMessageContaining("it is not a range");
    }
}
