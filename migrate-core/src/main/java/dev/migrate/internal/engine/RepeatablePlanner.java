package dev.migrate.internal.engine;

import dev.migrate.journal.Action;
import dev.migrate.plan.Direction;
import dev.migrate.plan.Plan;
import dev.migrate.plan.Step;
import dev.migrate.revision.RevisionGraph;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plans a run with its repeatable migrations. Immutable.
 *
 * @param planner plans the revisions
 * @param direction the direction of the run
 * @param repeatables plans the repeatable migrations
 */
public record RepeatablePlanner(RunPlanner planner, Direction direction, Repeatables repeatables)
        implements RunPlanner {

    /** Returns a planner that adds the repeatable migrations to those of the revisions. */
    public static RunPlanner of(
            RunPlanner planner, Direction direction, RevisionGraph graph, MigrationRenderer migrations) {
        return new RepeatablePlanner(planner, direction, new Repeatables(graph, migrations));
    }

    @Override
    public Plan plan(History history, Collection<String> rows) {
        return planner.plan(history, rows);
    }

    @Override
    public RepeatableSteps repeatables(
            History history, List<Step> steps, List<String> rowsAfter, List<InterruptedStep> resumed) {
        return direction == Direction.UP
                ? repeatables.upgrade(history, rowsAfter, resumed)
                : repeatables.downgrade(history, steps, resumed);
    }

    @Override
    public @Nullable String finalHash(List<String> rowsAfter) {
        return direction == Direction.UP ? repeatables.hash(rowsAfter) : null;
    }

    /** A text is restored after the revisions, so a relative target has been reached. */
    @Override
    public boolean isReached(List<InterruptedStep> resumed) {
        return direction == Direction.DOWN
                && resumed.stream().anyMatch(step -> step.prepared().action() == Action.RESTORE);
    }
}
