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

class DowngradeTest {

    private static final RevisionGraph DIAMOND = HistoryNotation.graph(HistoryNotation.DIAMOND);

    private static final RevisionGraph DEPENDENT = HistoryNotation.graph(HistoryNotation.DEPENDENT);

    @ParameterizedTest(name = "{0} from {1}")
    @CsvSource(delimiter = '|', textBlock = """
        downgrade base          | f     | f e d1 c1 d2 c2 b a |
        downgrade -1            | f     | f                   | e
        downgrade f             | f     |                     | f
        downgrade c1branch@-1   | d1 d2 | d1                  | c1 d2
        downgrade c1branch@-2   | d1 d2 | d1 c1               | d2
        downgrade c1branch@b    | d1 d2 | d1 c1               | d2
        downgrade c1branch@c1   | d1 d2 | d1                  | c1 d2
        downgrade c1branch@base | d1 d2 | d1 c1               | d2
        downgrade c1branch@base | f     | f e d1 c1           | d2
        downgrade c1branch@base | d1    | d1 c1 b a           |
        downgrade c1branch@-3   | d1    | d1 c1 b             | a
        downgrade c1branch@-4   | d1    | d1 c1 b a           |
        downgrade -4            | d1    | d1 c1 b a           |
        downgrade b             | d1 d2 | d1 c1 d2 c2         | b
        downgrade d1-1          | d1    | d1                  | c1
        downgrade base+1        | d1 d2 | d1 c1 d2 c2 b       | a
        downgrade d1            | d1 d2 |                     | d1 d2
        """)
    void revertsTheDescendantsOfTheTarget(String command, String rows, @Nullable String steps, @Nullable String after) {
        check(DIAMOND, command, rows, steps, after);
    }

    @ParameterizedTest(name = "{0} from {1}")
    @CsvSource(delimiter = '|', textBlock = """
        downgrade a2       | a3 b3 | a3          | b3
        downgrade a1       | a3 b3 | a3 b3 b2 a2 | a1 b1
        downgrade b1       | a3 b3 | b3 b2       | a3 b1
        downgrade lib@-1   | b3    | b3 b2 a2    | a1 b1
        downgrade lib@base | a3 b3 | a3 b3 b2 a2 a1 | b1
        downgrade app@base | a3 b3 | b3 b2 b1    | a3
        downgrade -3       | b3    | b3 b2 b1    | a2
        downgrade a2       | b3    |             | b3
        downgrade lib@a2   | b3    |             | b3
        downgrade base     | b3    | b3 b2 b1 a2 a1 |
        """)
    void revertsDependentRevisions(String command, String rows, @Nullable String steps, @Nullable String after) {
        check(DEPENDENT, command, rows, steps, after);
    }

    /** S7: Alembic ignores the label and reverts the other branch and the trunk. */
    @Test
    void rejectsABranchThatIsNotApplied() {
        for (String target : List.of("c1branch@base", "c1branch@-1", "c1branch@b", "c1@base")) {
            assertThatThrownBy(() -> Planner.downgrade(DIAMOND, List.of("d2"), target))
                    .isInstanceOfSatisfying(
                            RevisionException.class,
                            e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.BRANCH_NOT_APPLIED))
                    .hasMessageContaining("there is nothing to revert")
                    .hasMessageContaining("'d2'");
        }
    }

    /** S8: Alembic reverts the sibling branch as well. */
    @Test
    void rejectsRevertingWhatAnotherBranchNeeds() {
        for (String target : List.of("c1branch@-3", "c1branch@a")) {
            assertThatThrownBy(() -> Planner.downgrade(DIAMOND, List.of("d1", "d2"), target))
                    .isInstanceOfSatisfying(RevisionException.class, error -> {
                        assertThat(error.reason()).isEqualTo(RevisionException.Reason.IN_USE);
                        assertThat(error.problem()).contains("reverting revision 'b'");
                        assertThat(error.revisions()).containsExactly("c2");
                    });
        }
    }

    /** S14: in Alembic, the first row that the database returns decides. */
    @Test
    void rejectsStepsFromSeveralRows() {
        assertThatThrownBy(() -> Planner.downgrade(DIAMOND, List.of("d1", "d2"), "-1"))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.AMBIGUOUS))
                .hasMessageContaining("'d1' and 'd2'")
                .hasMessageContaining("label@-1");
    }

    @Test
    void rejectsStepsThroughAMergeWithoutABranch() {
        assertThatThrownBy(() -> Planner.downgrade(DIAMOND, List.of("f"), "-2"))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.AMBIGUOUS))
                .hasMessageContaining("from 'e' it leads to 'd1' and 'd2'");
        assertThat(StepIds.of(Planner.downgrade(DIAMOND, List.of("f"), "c1branch@-2")))
                .isEqualTo("f e");
    }

    @Test
    void rejectsStepsBeyondTheBase() {
        assertThatThrownBy(() -> Planner.downgrade(DIAMOND, List.of("b"), "-3"))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.OUT_OF_RANGE))
                .hasMessageContaining("after 2 steps, 'base' is reached");
        assertThatThrownBy(() -> Planner.downgrade(DIAMOND, List.of("b"), "head-9"))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.AMBIGUOUS));
        assertThatThrownBy(() -> Planner.downgrade(DIAMOND, List.of("b"), "base-1"))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.OUT_OF_RANGE));
    }

    @Test
    void rejectsATargetThatIsNotApplied() {
        for (String target : List.of("d1", "+1", "d2", "c1branch@d1")) {
            assertThatThrownBy(() -> Planner.downgrade(DIAMOND, List.of("c1"), target))
                    .isInstanceOfSatisfying(
                            RevisionException.class,
                            e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.NOT_APPLIED))
                    .hasMessageContaining("is not applied")
                    .hasMessageContaining("'c1'");
        }
    }

    @Test
    void rejectsSeveralTargets() {
        assertThatThrownBy(() -> Planner.downgrade(DEPENDENT, List.of("a3", "b3"), "heads"))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.MULTIPLE_TARGETS))
                .hasMessageContaining("'a3' and 'b3'");
    }

    @Test
    void rejectsARevisionOfAnotherBranch() {
        assertThatThrownBy(() -> Planner.downgrade(DIAMOND, List.of("f"), "c1branch@c2"))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.NOT_IN_BRANCH))
                .hasMessageContaining("'c2' does not belong to branch 'c1branch'");
    }

    @Test
    void restoresNoRedundantRow() {
        // a - b - c(a)    z
        RevisionGraph graph = HistoryNotation.graph("a -> b -> c(a); z");
        Plan plan = Planner.downgrade(graph, List.of("c", "z"), "b");
        assertThat(RowChangeText.of(plan.rowChanges())).isEqualTo("c→b");
        assertThat(plan.rowsAfter()).containsExactly("b", "z");
    }

    @Test
    void plansFromAGivenStart() {
        assertThat(StepIds.of(PlanCommand.of("downgrade f:b").plan(DIAMOND, List.of())))
                .isEqualTo("f e d1 c1 d2 c2");
        assertThat(StepIds.of(PlanCommand.of("downgrade f:-1").plan(DIAMOND, List.of())))
                .isEqualTo("f");
        assertThatThrownBy(() -> PlanCommand.of("downgrade b:f").plan(DIAMOND, List.of()))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.DISCONNECTED_RANGE));
    }

    private static void check(
            RevisionGraph graph, String command, String rows, @Nullable String steps, @Nullable String after) {
        Plan plan = PlanCommand.of(command).plan(graph, PlanCommand.words(rows));
        assertThat(StepIds.of(plan)).isEqualTo(steps == null ? "" : steps);
        assertThat(plan.rowsAfter()).isEqualTo(PlanCommand.words(after));
        assertThat(plan.steps()).allMatch(step -> step.direction() == Direction.DOWN);
    }
}
