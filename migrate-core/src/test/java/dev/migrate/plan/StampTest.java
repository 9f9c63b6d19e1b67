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

class StampTest {

    private static final RevisionGraph DIAMOND = HistoryNotation.graph(HistoryNotation.DIAMOND);

    private static final RevisionGraph DEPENDENT = HistoryNotation.graph(HistoryNotation.DEPENDENT);

    @ParameterizedTest(name = "{0} from {1}")
    @CsvSource(delimiter = '|', textBlock = """
        stamp head          |       | INS f         | f
        stamp f             | d1 d2 | DEL d1; d2→f  | f
        stamp a             | f     | f→a           | a
        stamp base          | d1 d2 | DEL d1; DEL d2 |
        stamp d1            | d2    | INS d1        | d1 d2
        stamp d1 d2         | b     | b→d1; INS d2  | d1 d2
        stamp b             | d1 d2 | DEL d1; d2→b  | b
        stamp +1            | e     | e→f           | f
        stamp -1            | f     | f→e           | e
        stamp head-1        |       | INS e         | e
        stamp c1branch@head | c1    | c1→f          | f
        stamp c1branch@base | d1 d2 | DEL d1        | d2
        stamp c1branch@base | e     | e→d2          | d2
        stamp c2branch@c2   | e     | e→c2; INS d1 | c2 d1
        stamp f             | f     |               | f
        stamp current       | d1 d2 |               | d1 d2
        stamp c1            | c1 a  | DEL a         | c1
        """)
    void movesTheRowsOfADiamond(
            String command, @Nullable String rows, @Nullable String changes, @Nullable String after) {
        check(DIAMOND, command, rows, changes, after);
    }

    /** Alembic empties the table on {@code lib@base}; here what is outside of the branch stays applied. */
    @ParameterizedTest(name = "{0} from {1}")
    @CsvSource(delimiter = '|', textBlock = """
        stamp heads    |    | INS a3; INS b3 | a3 b3
        stamp lib@base | b3 | b3→b1          | b1
        stamp lib@a1   | b3 | b3→a1; INS b1  | a1 b1
        stamp a1       | b3 | b3→a1          | a1
        stamp lib@head | b3 | INS a3         | a3 b3
        stamp app@head | a3 b1 | b1→b3       | a3 b3
        stamp a3 b3    | a1 | a1→a3; INS b3  | a3 b3
        """)
    void movesTheRowsOfABranch(String command, @Nullable String rows, String changes, String after) {
        check(DEPENDENT, command, rows, changes, after);
    }

    /** S4: Alembic changes the first row, commits it, and fails. */
    @Test
    void replacesAMergeByBothParents() {
        check(DIAMOND, "stamp d1 d2", "e", "e→d1; INS d2", "d1 d2");
    }

    /** S5: Alembic stores both. */
    @Test
    void rejectsRelatedTargets() {
        assertThatThrownBy(() -> Planner.stamp(DIAMOND, List.of(), "a", "c1"))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.OVERLAPPING_TARGETS))
                .hasMessageContaining("'c1' is a descendant of 'a'");
        assertThatThrownBy(() -> Planner.stamp(DEPENDENT, List.of(), "a1", "b3"))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.OVERLAPPING_TARGETS));
    }

    @Test
    void rejectsHeadIfThereAreSeveral() {
        assertThatThrownBy(() -> Planner.stamp(DEPENDENT, List.of(), "head"))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.MULTIPLE_HEADS))
                .hasMessageContaining("'a3' and 'b3'");
    }

    @Test
    void rejectsTheBaseOfABranchThatIsNotApplied() {
        assertThatThrownBy(() -> Planner.stamp(DIAMOND, List.of("d2"), "c1branch@base"))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.BRANCH_NOT_APPLIED));
    }

    @Test
    void purgesUnknownRows() {
        assertThatThrownBy(() -> Planner.stamp(DIAMOND, List.of("gone"), "f"))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.UNKNOWN_IN_DATABASE))
                .hasMessageContaining("stamp --purge");
        Plan plan = Planner.purge(DIAMOND, List.of("gone", "d1", "c2"), "d1", "d2");
        assertThat(RowChangeText.of(plan.rowChanges())).isEqualTo("c2→d2; DEL gone");
        assertThat(plan.rowsAfter()).containsExactly("d1", "d2");
        assertThat(RowChangeText.of(
                        Planner.purge(DIAMOND, List.of("gone"), "base").rowChanges()))
                .isEqualTo("DEL gone");
    }

    private static void check(
            RevisionGraph graph,
            String command,
            @Nullable String rows,
            @Nullable String changes,
            @Nullable String after) {
        Plan plan = PlanCommand.of(command).plan(graph, PlanCommand.words(rows));
        assertThat(RowChangeText.of(plan.rowChanges())).isEqualTo(changes == null ? "" : changes);
        assertThat(plan.rowsAfter()).isEqualTo(PlanCommand.words(after));
        assertThat(plan.steps()).isEmpty();
    }
}
