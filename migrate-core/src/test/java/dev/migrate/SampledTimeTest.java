package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.journal.Action;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.plan.Direction;
import dev.migrate.plan.ExpectedTime;
import dev.migrate.plan.ExpectedTime.Basis;
import dev.migrate.plan.RehearsedStatement;
import dev.migrate.provider.DdlAlgorithm;
import dev.migrate.provider.DdlCost;
import dev.migrate.provider.PlanAdvice.Replication;
import dev.migrate.provider.StatementAdvice;
import dev.migrate.provider.TableLock;
import dev.migrate.provider.TableSize;
import dev.migrate.revision.RevisionNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The expected time of a statement, extrapolated from a sample of the rows. */
class SampledTimeTest {

    private static final RevisionNode REVISION = new RevisionNode("1", List.of(), List.of(), List.of(), "x");
    private static final Duration TRIAL = Duration.ofMillis(100);
    private static final TableSize TABLE = new TableSize("t", 2_000_000, 1, false);

    private static StatementAdvice advice(DdlAlgorithm algorithm, boolean isRebuild, boolean isIndexBuild) {
        DdlCost cost = new DdlCost(algorithm, TableLock.NONE, isRebuild, DdlCost.Source.SERVER);
        return new StatementAdvice("ALTER TABLE t ...", TABLE, cost, isIndexBuild, TRIAL, null, List.of());
    }

    private static final StatementAdvice COPY = advice(DdlAlgorithm.COPY, true, false);

    /** The time after a rehearsal with 10,000 of 2 million rows. */
    private static @Nullable ExpectedTime estimated(
            StatementAdvice advice, @Nullable ExpectedTime known, @Nullable Duration elapsed) {
        ExecuteSql operation = new ExecuteSql("ALTER TABLE t ...", List.of(), null);
        AnalyzedStatement statement = new AnalyzedStatement(operation, advice, known, List.of(), null, List.of(), true);
        PlanAnalysis analysis = new PlanAnalysis(
                List.of(),
                List.of("1"),
                List.of(new AnalyzedStep(Direction.UP, REVISION, Action.UP, List.of(statement))),
                new Replication(false, null, null),
                null,
                List.of());
        Rehearsal rehearsal = new Rehearsal(
                Map.of("t", 10_000L, "u", 5L),
                List.of(
                        new RehearsedStatement(Direction.UP, REVISION, 1, "ALTER TABLE t ...", elapsed),
                        new RehearsedStatement(Direction.DOWN, REVISION, 1, "ALTER TABLE t ...", Duration.ofHours(1))),
                null,
                null,
                null,
                List.of());
        return analysis.withTimesOf(rehearsal)
                .steps()
                .get(0)
                .statements()
                .get(0)
                .time();
    }

    /** 300 - 100 ms for one of 200 parts are 40 s. */
    @Test
    void theTimeOfTheRowsIsMultiplied() {
        assertThat(estimated(COPY, null, Duration.ofMillis(300)))
                .isEqualTo(new ExpectedTime(Duration.ofSeconds(10), Duration.ofSeconds(170), Basis.SAMPLE, 10_000));
        assertThat(estimated(advice(DdlAlgorithm.INPLACE, true, false), null, Duration.ofMillis(300)))
                .isNotNull();
        assertThat(estimated(advice(DdlAlgorithm.NOCOPY, false, true), null, Duration.ofMillis(300)))
                .isNotNull();
    }

    @Test
    void nothingIsEstimatedThatDoesNotDependOnRows() {
        assertThat(estimated(advice(DdlAlgorithm.INPLACE, false, false), null, Duration.ofSeconds(3)))
                .isNull();
        assertThat(estimated(advice(DdlAlgorithm.INSTANT, false, false), null, Duration.ofSeconds(3)))
                .isNull();
        assertThat(estimated(StatementAdvice.withoutCost("DELETE FROM t", TABLE), null, Duration.ofSeconds(3)))
                .isNull();
    }

    @Test
    void aSampleThatIsTooSmallToBeMeasuredHasNoEstimate() {
        assertThat(estimated(COPY, null, Duration.ofMillis(199))).isNull();
        assertThat(estimated(COPY, null, Duration.ofMillis(200))).isNotNull();
        Duration trial = TRIAL.multipliedBy(3);
        StatementAdvice slow =
                new StatementAdvice("ALTER TABLE t ...", TABLE, COPY.cost(), false, trial, null, List.of());
        assertThat(estimated(slow, null, Duration.ofMillis(599))).isNull();
        assertThat(estimated(slow, null, Duration.ofMillis(600))).isNotNull();
        assertThat(estimated(COPY, null, null)).isNull();
    }

    @Test
    void aKnownTimeIsKept() {
        ExpectedTime known = new ExpectedTime(Duration.ofSeconds(1), Duration.ofSeconds(2), Basis.JOURNAL, 3);

        assertThat(estimated(COPY, known, Duration.ofSeconds(3))).isEqualTo(known);
    }
}
