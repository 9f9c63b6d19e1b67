package dev.migrate.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.error.RevisionException;
import dev.migrate.revision.HistoryChart;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import dev.migrate.testing.Property;
import dev.migrate.testing.RandomHistory;
import dev.migrate.testing.ReferenceGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Plans of generated histories, compared with the definition of their meaning. */
@Tag("slow")
class PlanPropertiesTest {

    private static final Property<RandomHistory> HISTORIES = Property.of(RandomHistory::any, RandomHistory::smaller);

    /** A history with everything that the checks need. */
    private record Case(ReferenceGraph oracle, RevisionGraph graph, Set<String> rows, Set<String> applied) {

        static Case of(RandomHistory history) {
            ReferenceGraph oracle = new ReferenceGraph(history.nodes());
            Set<String> applied = oracle.below(history.applied());
            return new Case(oracle, RevisionGraph.of(history.nodes()), oracle.maximal(applied), applied);
        }

        Set<String> replayed(Plan plan) {
            return new Replay(oracle, rows).of(plan);
        }
    }

    @Test
    void upgradesApplyExactlyWhatTheTargetsNeed() {
        HISTORIES.holds(3_000, history -> {
            Case given = Case.of(history);
            for (String id : given.oracle.all()) {
                boolean isBehind = given.applied.contains(id)
                        && given.oracle.children(id).stream().anyMatch(given.applied::contains);
                if (isBehind) {
                    assertThat(catchThrowableOfType(
                                    RevisionException.class, () -> Planner.upgrade(given.graph, given.rows, id)))
                            .extracting(RevisionException::reason)
                            .isEqualTo(RevisionException.Reason.ALREADY_APPLIED);
                } else {
                    Set<String> after = new TreeSet<>(given.applied);
                    after.addAll(given.oracle.below(Set.of(id)));
                    assertThat(given.replayed(Planner.upgrade(given.graph, given.rows, id)))
                            .isEqualTo(after);
                }
            }
            assertThat(given.replayed(Planner.upgrade(given.graph, given.rows, "heads")))
                    .isEqualTo(given.oracle.all());
        });
    }

    @Test
    void upgradesReachSeveralTargets() {
        HISTORIES.holds(3_000, history -> {
            Case given = Case.of(history);
            Set<String> targets =
                    given.oracle.maximal(given.oracle.all().stream().limit(4).toList());
            targets.removeAll(given.applied);
            if (!targets.isEmpty()) {
                Set<String> after = new TreeSet<>(given.applied);
                after.addAll(given.oracle.below(targets));
                Plan plan = Planner.upgrade(given.graph, given.rows, targets.toArray(String[]::new));
                assertThat(given.replayed(plan)).isEqualTo(after);
            }
        });
    }

    @Test
    void downgradesRevertExactlyTheDescendantsOfTheTarget() {
        HISTORIES.holds(3_000, history -> {
            Case given = Case.of(history);
            for (String id : given.oracle.all()) {
                if (!given.applied.contains(id)) {
                    assertThat(catchThrowableOfType(
                                    RevisionException.class, () -> Planner.downgrade(given.graph, given.rows, id)))
                            .extracting(RevisionException::reason)
                            .isEqualTo(RevisionException.Reason.NOT_APPLIED);
                } else {
                    Set<String> after = new TreeSet<>(given.applied);
                    after.removeAll(given.oracle.above(given.oracle.children(id)));
                    assertThat(given.replayed(Planner.downgrade(given.graph, given.rows, id)))
                            .isEqualTo(after);
                }
            }
            assertThat(given.replayed(Planner.downgrade(given.graph, given.rows, "base")))
                    .isEmpty();
        });
    }

    @Test
    void downgradesOfABranchChangeNothingElse() {
        HISTORIES.holds(3_000, history -> {
            Case given = Case.of(history);
            for (String id : given.oracle.all()) {
                Set<String> proper = given.oracle.branch(id);
                proper.retainAll(given.applied);
                if (proper.isEmpty()) {
                    assertThat(catchThrowableOfType(
                                    RevisionException.class,
                                    () -> Planner.downgrade(given.graph, given.rows, id + "@base")))
                            .extracting(RevisionException::reason)
                            .isEqualTo(RevisionException.Reason.BRANCH_NOT_APPLIED);
                } else {
                    Plan plan = Planner.downgrade(given.graph, given.rows, id + "@base");
                    assertThat(given.replayed(plan)).isEqualTo(withoutBranch(given, id, proper));
                }
            }
        });
    }

    /** The applied revisions without a branch, and without its ancestors that no other revision needs. */
    private static Set<String> withoutBranch(Case given, String id, Set<String> proper) {
        Set<String> left = new TreeSet<>(given.applied);
        left.removeAll(given.oracle.above(proper));
        boolean shrinks = true;
        while (shrinks) {
            Set<String> bare = given.oracle.lineage(id);
            bare.retainAll(left);
            bare.removeIf(each -> given.oracle.dependents(each).stream().anyMatch(left::contains));
            shrinks = left.removeAll(bare);
        }
        return left;
    }

    @Test
    void downgradesRevertUpgrades() {
        HISTORIES.holds(2_000, history -> {
            Case given = Case.of(history);
            Plan up = Planner.upgrade(given.graph, given.rows, "heads");
            Plan down = Planner.downgrade(given.graph, up.rowsAfter(), "base");
            assertThat(down.rowsAfter()).isEmpty();
            Plan again = Planner.upgrade(given.graph, List.of(), "heads");
            List<RevisionNode> undone =
                    new ArrayList<>(down.steps().stream().map(Step::revision).toList());
            Collections.reverse(undone);
            assertThat(again.steps().stream().map(Step::revision)).containsExactlyElementsOf(undone);
            // Reverting one step leads to the rows before that step.
            Set<String> rows = new TreeSet<>(given.rows);
            for (Step step : up.steps()) {
                Plan one = Planner.upgrade(given.graph, rows, step.revision().id());
                HeadTracker historyWriter =
                        new HeadTracker(given.graph, given.graph.applied(one.rowsAfter()), one.rowsAfter());
                historyWriter.down(step.revision().id());
                assertThat(historyWriter.rows()).containsExactlyElementsOf(rows);
                rows = new TreeSet<>(one.rowsAfter());
            }
        });
    }

    @Test
    void stampsReplaceTheRowsOfTheirBranches() {
        HISTORIES.holds(3_000, history -> {
            Case given = Case.of(history);
            for (String id : given.oracle.all()) {
                Set<String> after = new TreeSet<>(given.rows);
                after.removeAll(given.oracle.below(Set.of(id)));
                after.removeAll(given.oracle.above(Set.of(id)));
                after.add(id);
                Plan plan = Planner.stamp(given.graph, given.rows, id);
                given.replayed(plan);
                assertThat(plan.rowsAfter()).containsExactlyElementsOf(after);
            }
        });
    }

    /**
     * Any expression yields a plan in which every step is possible and every row change affects one row, or an error.
     */
    @Test
    void anyExpressionYieldsAnExecutablePlanOrAnError() {
        HISTORIES.holds(30_000, history -> {
            Case given = Case.of(history);
            for (String verb : List.of("upgrade", "downgrade", "stamp", "purge")) {
                List<String> targets =
                        verb.equals("downgrade") ? history.targets().subList(0, 1) : history.targets();
                try {
                    given.replayed(new PlanCommand(verb, targets).plan(given.graph, given.rows));
                } catch (RevisionException expected) {
                    assertThat(expected.problem()).isNotBlank();
                    assertThat(expected.remedy()).isNotBlank();
                }
            }
        });
    }

    @Test
    void plansDoNotDependOnTheOrderOfRevisionsOrRows() {
        HISTORIES.holds(2_000, history -> {
            Case given = Case.of(history);
            RevisionGraph reversed = RevisionGraph.of(reversed(history.nodes()));
            List<String> rows = reversed(given.rows);
            assertThat(Planner.upgrade(reversed, rows, "heads"))
                    .isEqualTo(Planner.upgrade(given.graph, given.rows, "heads"));
            assertThat(Planner.downgrade(reversed, rows, "base"))
                    .isEqualTo(Planner.downgrade(given.graph, given.rows, "base"));
            assertThat(HistoryChart.of(reversed, rows)).isEqualTo(HistoryChart.of(given.graph, given.rows));
        });
    }

    private static <T> List<T> reversed(Collection<T> values) {
        List<T> reversed = values.stream().collect(Collectors.toList());
        Collections.reverse(reversed);
        return reversed;
    }
}
