package dev.migrate.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.RevisionException;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.testing.HistoryNotation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpgradeTest {

    private static final RevisionGraph DIAMOND = HistoryNotation.graph(HistoryNotation.DIAMOND);

    /**
     * <pre>
     *         c1 - d1
     *        /
     *   a - b
     *        \
     *         c2 - d2
     * </pre>
     */
    private static final RevisionGraph FORK =
            HistoryNotation.graph("a -> b -> c1[c1branch] -> d1; b -> c2[c2branch] -> d2");

    private static final RevisionGraph DEPENDENT = HistoryNotation.graph(HistoryNotation.DEPENDENT);

    @ParameterizedTest(name = "{0} from {1}")
    @CsvSource(delimiter = '|', textBlock = """
        upgrade heads         |       | a b c2 d2 c1 d1 | d1 d2
        upgrade d1            |       | a b c1 d1       | d1
        upgrade d1 c2         |       | a b c1 d1 c2    | c2 d1
        upgrade c1branch@head | b     | c1 d1           | d1
        upgrade c1branch@head | d2    | c1 d1           | d1 d2
        upgrade c1branch@+1   | b     | c1              | c1
        upgrade c1branch@+1   | d2    | c1              | c1 d2
        upgrade c1branch@b    |       | a b             | b
        upgrade base+2        |       | a b             | b
        upgrade c1branch@base+3 |     | a b c1          | c1
        upgrade +2            |       | a b             | b
        upgrade c1+1          | b     | c1 d1           | d1
        upgrade d1-1          | b     | c1              | c1
        upgrade c1branch@head-1 | b   | c1              | c1
        upgrade heads         | d1 d2 |                 | d1 d2
        upgrade heads         | d1 c2 | d2              | d1 d2
        upgrade current       | d1 c2 |                 | c2 d1
        upgrade +0            | d1    |                 | d1
        upgrade d1            | d1 d2 |                 | d1 d2
        """)
    void runsMissingAncestorsOfTheTargets(String command, @Nullable String rows, @Nullable String steps, String after) {
        check(FORK, command, rows, steps, after);
    }

    @ParameterizedTest(name = "{0} from {1}")
    @CsvSource(delimiter = '|', textBlock = """
        upgrade head   | d1 | c2 d2 e f | f
        upgrade +2     | d1 | c2 d2 e f | f
        upgrade head-1 | d1 | c2 d2 e   | e
        upgrade heads  | f  |           | f
        """)
    void includesTheOtherBranchOfAMerge(String command, String rows, @Nullable String steps, String after) {
        check(DIAMOND, command, rows, steps, after);
    }

    @ParameterizedTest(name = "{0} from {1}")
    @CsvSource(delimiter = '|', textBlock = """
        upgrade b2        |       | a1 a2 b1 b2       | b2
        upgrade app       |       | b1                | b1
        upgrade app@head  | a3 b1 | b2 b3             | a3 b3
        upgrade lib@heads | b3    | a3                | a3 b3
        upgrade a2        | b3    |                   | b3
        upgrade lib@head  | a3 b3 |                   | a3 b3
        upgrade heads     | a3 b1 | b2 b3             | a3 b3
        """)
    void appliesDependenciesFirst(String command, @Nullable String rows, @Nullable String steps, String after) {
        check(DEPENDENT, command, rows, steps, after);
    }

    @Test
    void doesNothingOnAnEmptyHistory() {
        RevisionGraph empty = RevisionGraph.of(List.of());
        assertThat(Planner.upgrade(empty, List.of(), "head").isEmpty()).isTrue();
        assertThat(Planner.upgrade(empty, List.of(), "heads").isEmpty()).isTrue();
        assertThat(Planner.upgrade(empty, List.of(), "base").isEmpty()).isTrue();
    }

    /** S13: Alembic silently does nothing. */
    @ParameterizedTest(name = "{0} from {1}")
    @CsvSource(delimiter = '|', textBlock = """
        upgrade b             | d1 | b
        upgrade a             | f  | a
        upgrade -1            | d1 | c1
        upgrade base          | a  | base
        upgrade c1branch@base | d1 | base
        upgrade d1            | e  | d1
        """)
    void rejectsAPassedTarget(String command, String rows, String target) {
        assertThatThrownBy(() -> PlanCommand.of(command).plan(DIAMOND, PlanCommand.words(rows)))
                .isInstanceOfSatisfying(RevisionException.class, error -> {
                    assertThat(error.reason()).isEqualTo(RevisionException.Reason.ALREADY_APPLIED);
                    assertThat(error.remedy()).contains("downgrade to '" + target + "'");
                    assertThat(error.revisions()).isEqualTo(PlanCommand.words(rows));
                    assertThat(error)
                            .hasMessageContaining("has already been passed")
                            .hasMessageContaining("downgrade to");
                });
    }

    @Test
    void rejectsRelatedTargets() {
        assertThatThrownBy(() -> Planner.upgrade(FORK, List.of(), "d1", "a"))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.OVERLAPPING_TARGETS))
                .hasMessageContaining("'a' and 'd1' overlap");
        assertThatThrownBy(() -> Planner.upgrade(DEPENDENT, List.of(), "b2", "a1"))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.OVERLAPPING_TARGETS));
        assertThatThrownBy(() -> Planner.upgrade(FORK, List.of(), "base", "a"))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.OVERLAPPING_TARGETS));
        assertThat(Planner.upgrade(FORK, List.of(), "a", "a").rowsAfter()).containsExactly("a");
    }

    /**
     * <pre>
     *       y
     *      / :
     *     l - x
     * </pre>
     */
    @Test
    void acceptsAnExpressionForSeveralRevisions() {
        RevisionGraph graph = HistoryNotation.graph("l -> y; l -> x(y)");
        assertThat(StepIds.of(Planner.upgrade(graph, List.of(), "l@heads"))).isEqualTo("l y x");
        assertThat(Planner.stamp(graph, List.of(), "l@heads").rowsAfter()).containsExactly("x");
    }

    @Test
    void rejectsAMissingTarget() {
        assertThatThrownBy(() -> Planner.upgrade(FORK, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    /** A stamp of Alembic can leave both rows (S5). */
    @Test
    void correctsOverlappingRowsWithTheFirstStep() {
        Plan plan = Planner.upgrade(FORK, List.of("c1", "a"), "d1");
        assertThat(RowChangeText.of(plan.rowChanges())).isEqualTo("DEL a; c1→d1");
        assertThat(plan.rowsBefore()).containsExactly("a", "c1");
        assertThat(plan.rowsAfter()).containsExactly("d1");
    }

    @Test
    void plansFromAGivenStart() {
        assertThat(StepIds.of(PlanCommand.of("upgrade a:c1").plan(FORK, List.of())))
                .isEqualTo("b c1");
        assertThat(StepIds.of(PlanCommand.of("upgrade :").plan(DIAMOND, List.of())))
                .isEqualTo("a b c2 d2 c1 d1 e f");
        assertThat(StepIds.of(PlanCommand.of("upgrade d1:+1").plan(DIAMOND, List.of())))
                .isEqualTo("c2 d2 e");
        assertThatThrownBy(() -> PlanCommand.of("upgrade c1:d2").plan(FORK, List.of()))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.DISCONNECTED_RANGE))
                .hasMessageContaining("'c1:d2' goes from 'c1' to 'd2'");
    }

    /** Wider than deep, and deeper than any stack. */
    @Test
    void plansHistoriesOfAnyShape() {
        StringBuilder text = new StringBuilder("r0");
        for (int i = 1; i < 20_000; i++) {
            text.append(" -> r").append(i);
        }
        RevisionGraph deep = HistoryNotation.graph(text.toString());
        assertThat(Planner.upgrade(deep, List.of(), "head").steps()).hasSize(20_000);
        assertThat(Planner.downgrade(deep, List.of("r19999"), "base").steps()).hasSize(20_000);
    }

    private static void check(
            RevisionGraph graph,
            String command,
            @Nullable String rows,
            @Nullable String steps,
            @Nullable String after) {
        Plan plan = PlanCommand.of(command).plan(graph, PlanCommand.words(rows));
        assertThat(StepIds.of(plan)).isEqualTo(steps == null ? "" : steps);
        assertThat(plan.rowsAfter()).isEqualTo(PlanCommand.words(after));
        assertThat(plan.steps()).allMatch(step -> step.direction() == Direction.UP);
    }
}
