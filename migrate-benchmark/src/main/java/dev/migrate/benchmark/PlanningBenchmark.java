package dev.migrate.benchmark;

import dev.migrate.plan.Plan;
import dev.migrate.plan.Planner;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Measures building the graph and planning. Nothing here accesses a database. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PlanningBenchmark {

    private static final List<String> NOTHING_APPLIED = List.of();

    private final List<RevisionNode> line = Histories.linear(100_000);
    private final RevisionGraph longLine = RevisionGraph.of(line);
    private final List<String> atItsEnd = longLine.heads();

    private final RevisionGraph merges = RevisionGraph.of(Histories.diamonds(1_000));
    private final List<String> allMerged = merges.heads();

    /**
     * Builds a linear history of 100,000 revisions and plans all of it.
     *
     * @return the plan
     */
    @Benchmark
    public Plan linear100000BuiltAndPlanned() {
        return Planner.upgrade(RevisionGraph.of(line), NOTHING_APPLIED, "head");
    }

    /**
     * Finds that a database is at the head of that history.
     *
     * @return the plan
     */
    @Benchmark
    public Plan linear100000NothingToDo() {
        return Planner.upgrade(longLine, atItsEnd, "head");
    }

    /**
     * Plans 3,001 revisions with 1,000 merges from the base to the head.
     *
     * @return the plan
     */
    @Benchmark
    public Plan merges1000Up() {
        return Planner.upgrade(merges, NOTHING_APPLIED, "head");
    }

    /**
     * Plans the downgrade of the same revisions.
     *
     * @return the plan
     */
    @Benchmark
    public Plan merges1000Down() {
        return Planner.downgrade(merges, allMerged, "base");
    }
}
