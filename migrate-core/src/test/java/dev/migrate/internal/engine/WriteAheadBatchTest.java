package dev.migrate.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.plan.Direction;
import dev.migrate.plan.Step;
import dev.migrate.provider.AffectedObjects;
import dev.migrate.provider.EffectCheck;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.PlannedStatement.Effect;
import dev.migrate.revision.RevisionNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The steps whose intent is recorded together. */
class WriteAheadBatchTest {

    private static PlannedStatement change(String table) {
        return new PlannedStatement.Sql(
                "change " + table,
                Effect.IMPLICIT_COMMIT,
                EffectCheck.stateComparison("state", "effect", AffectedObjects.of(table)));
    }

    private static PlannedStatement rows() {
        return new PlannedStatement.Sql("rows", Effect.TRANSACTIONAL);
    }

    private static PlannedStatement unobservable() {
        return new PlannedStatement.Sql("unobservable", Effect.IMPLICIT_COMMIT, EffectCheck.none());
    }

    private static PreparedStep step(PlannedStatement... statements) {
        RevisionNode revision = new RevisionNode("1f", List.of(), List.of(), List.of(), "");
        return PreparedStep.of(new Step(Direction.UP, revision, List.of()), List.of(), List.of(statements));
    }

    private static List<Integer> sizes(boolean hasTokens, PreparedStep... steps) {
        List<Integer> sizes = new ArrayList<>();
        for (WriteAheadBatch batch : WriteAheadBatch.of(List.of(steps), hasTokens)) {
            sizes.add(batch.steps().size());
        }
        return sizes;
    }

    @Test
    void groupsStepsWhoseEffectsCanBeProbedSeparately() {
        assertThat(sizes(false, step(change("a")), step(change("b"), change("c")), step(change("d"))))
                .containsExactly(3);
    }

    @Test
    void separatesStepsThatChangeTheSameObject() {
        assertThat(sizes(false, step(change("a")), step(change("b")), step(change("a")), step(change("b"))))
                .containsExactly(2, 2);
        assertThat(sizes(false, step(change("a"), change("a")), step(change("b"))))
                .containsExactly(1, 1);
    }

    @Test
    void separatesStepsThatAreRecordedDifferently() {
        assertThat(sizes(
                        false,
                        step(change("a")),
                        step(change("b"), rows()),
                        step(change("c")),
                        step(change("d")),
                        step(unobservable()),
                        step(),
                        step(change("e"))))
                .containsExactly(1, 1, 2, 1, 1, 1);
    }

    @Test
    void groupsNothingIfEachStatementHasAToken() {
        assertThat(sizes(true, step(change("a")), step(change("b")))).containsExactly(1, 1);
    }

    @Test
    void batchesAtMostSixteenSteps() {
        PreparedStep[] steps = Stream.iterate(0, i -> i + 1)
                .limit(40)
                .map(i -> step(change("t" + i)))
                .toArray(PreparedStep[]::new);

        assertThat(sizes(false, steps)).containsExactly(16, 16, 8);
        assertThat(sizes(false)).isEmpty();
    }
}
