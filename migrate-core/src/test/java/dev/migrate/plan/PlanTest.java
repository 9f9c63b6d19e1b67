package dev.migrate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.plan.RowChange.Delete;
import dev.migrate.plan.RowChange.Insert;
import dev.migrate.plan.RowChange.Update;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.testing.HistoryNotation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {

    /** A linear history with a second base, on which the last revision depends. */
    private static final RevisionGraph GRAPH = HistoryNotation.graph("a -> b -> c(lib); lib");

    private static final Plan UPGRADE = Planner.upgrade(GRAPH, List.of(), "c");

    private static List<String> revisions(Plan plan) {
        return plan.steps().stream().map(step -> step.revision().id()).toList();
    }

    @Test
    void theRestOfAPlanStartsAtTheGivenRows() {
        assertThat(revisions(UPGRADE)).containsExactly("lib", "a", "b", "c");

        assertThat(UPGRADE.rest(List.of())).contains(UPGRADE);
        assertThat(UPGRADE.rest(List.of("lib")).map(PlanTest::revisions)).contains(List.of("a", "b", "c"));
        assertThat(UPGRADE.rest(List.of("lib", "b")).map(PlanTest::revisions)).contains(List.of("c"));
        assertThat(UPGRADE.rest(List.of("c")).map(PlanTest::revisions)).contains(List.of());
    }

    @Test
    void theRestOfAPlanChangesOnlyItsRows() {
        Optional<Plan> rest = UPGRADE.rest(List.of("b", "lib"));

        assertThat(rest).get().satisfies(plan -> {
            assertThat(plan.rowsBefore()).containsExactly("b", "lib");
            assertThat(plan.rowsAfter()).containsExactly("c");
            assertThat(plan.rowChanges()).containsExactly(new Delete("b"), new Update("lib", "c"));
        });
    }

    @Test
    void aPlanHasNoRestForOtherRows() {
        assertThat(UPGRADE.rest(List.of("a"))).isEmpty();
        assertThat(UPGRADE.rest(List.of("a", "c"))).isEmpty();
        assertThat(UPGRADE.rest(List.of("unknown"))).isEmpty();
    }

    @Test
    void aPlanIsEmptyWithoutStepsAndRowChanges() {
        assertThat(Planner.upgrade(GRAPH, List.of("c"), "c").isEmpty()).isTrue();
        assertThat(UPGRADE.isEmpty()).isFalse();
        assertThat(Planner.stamp(GRAPH, List.of(), "a").isEmpty()).isFalse();
        assertThat(new Plan(UPGRADE.steps(), List.of(), List.of(), List.of()).isEmpty())
                .isFalse();
    }

    @Test
    void consecutiveUpdatesAreMerged() {
        assertThat(RowChange.joined(List.of(new Update("a", "b"), new Update("b", "c"), new Update("c", "d"))))
                .containsExactly(new Update("a", "d"));
        assertThat(RowChange.joined(List.of(new Insert("x"), new Update("a", "b"), new Update("b", "c"))))
                .containsExactly(new Insert("x"), new Update("a", "c"));
    }

    static Stream<List<RowChange>> separate() {
        return Stream.of(
                List.of(),
                List.of(new Update("a", "b")),
                List.of(new Update("a", "b"), new Update("b", "a")),
                List.of(new Update("a", "b"), new Update("x", "y")),
                List.of(new Update("a", "b"), new Delete("x"), new Update("b", "c")),
                List.of(new Insert("a"), new Update("a", "b")),
                List.of(new Update("a", "b"), new Delete("b")));
    }

    @ParameterizedTest
    @MethodSource("separate")
    void allOtherRowChangesStaySeparate(List<RowChange> changes) {
        assertThat(RowChange.joined(changes)).isEqualTo(changes);
    }

    @Test
    void aRowChangeIsVisitedByItsKind() {
        RowChange.Visitor<String> kind = new RowChange.Visitor<>() {
            @Override
            public String insert(Insert insert) {
                return "insert " + insert.id();
            }

            @Override
            public String delete(Delete delete) {
                return "delete " + delete.id();
            }

            @Override
            public String update(Update update) {
                return "update " + update.from() + " to " + update.to();
            }
        };

        assertThat(new Insert("a").accept(kind)).isEqualTo("insert a");
        assertThat(new Delete("a").accept(kind)).isEqualTo("delete a");
        assertThat(new Update("a", "b").accept(kind)).isEqualTo("update a to b");
    }

    @Test
    void aSingleStepRunsIfItIsTheNextOne() {
        Plan up = Planner.single(GRAPH, List.of("b", "lib"), Direction.UP, "c");
        Plan down = Planner.single(GRAPH, List.of("c"), Direction.DOWN, "c");

        assertThat(revisions(up)).containsExactly("c");
        assertThat(up.steps().get(0).direction()).isEqualTo(Direction.UP);
        assertThat(up.rowsAfter()).containsExactly("c");
        assertThat(revisions(down)).containsExactly("c");
        assertThat(down.steps().get(0).direction()).isEqualTo(Direction.DOWN);
        assertThat(down.rowsAfter()).containsExactly("b", "lib");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "c"})
    void aSingleUpgradeStepIsNotRepeatedAndSkipsNothing(String row) {
        String id = row.equals("b") ? "c" : "b";

        assertThat(Planner.single(GRAPH, List.of(row), Direction.UP, id).isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "lib", "a"})
    void aSingleDowngradeStepRevertsOnlyAHead(String id) {
        assertThat(Planner.single(GRAPH, List.of("c"), Direction.DOWN, id).isEmpty())
                .isTrue();
    }

    @Test
    void aSingleDowngradeStepNeedsAnAppliedRevision() {
        assertThat(Planner.single(GRAPH, List.of("b"), Direction.DOWN, "lib").isEmpty())
                .isTrue();
    }

    @Test
    void theOppositeOfUpIsDown() {
        assertThat(Direction.UP.opposite()).isEqualTo(Direction.DOWN);
        assertThat(Direction.DOWN.opposite()).isEqualTo(Direction.UP);
    }

    @Test
    void aNewRevisionFollowsTheOnlyHeadByDefault() {
        NewRevision plain = NewRevision.of("  add\n a   table ");

        assertThat(plain.id()).matches("[0-9a-f]{12}");
        assertThat(plain).isEqualTo(new NewRevision(plain.id(), "add a table", "head", false, List.of(), List.of()));
        assertThat(plain.id("x1")
                        .head("base")
                        .spliced()
                        .label("l1")
                        .label("l2")
                        .dependsOn("d1")
                        .dependsOn("d2"))
                .isEqualTo(
                        new NewRevision("x1", "add a table", "base", true, List.of("l1", "l2"), List.of("d1", "d2")));
    }

    @Test
    void randomIdsDiffer() {
        assertThat(Stream.generate(() -> NewRevision.of("").id()).limit(100)).doesNotHaveDuplicates();
    }

    @Test
    void aReversedPlanRestoresTheRows() {
        Plan reversed = UPGRADE.reversed();

        assertThat(revisions(reversed)).containsExactly("c", "b", "a", "lib");
        assertThat(reversed.steps()).extracting(Step::direction).containsOnly(Direction.DOWN);
        assertThat(reversed.rowsAfter()).isEmpty();
        assertThat(reversed.rest(List.of("lib", "b")).map(PlanTest::revisions)).contains(List.of("b", "a", "lib"));
        assertThat(reversed.reversed()).isEqualTo(UPGRADE);
    }
}
