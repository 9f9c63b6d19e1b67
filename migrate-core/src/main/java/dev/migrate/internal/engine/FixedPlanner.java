package dev.migrate.internal.engine;

import dev.migrate.plan.Plan;
import dev.migrate.plan.Step;
import java.util.Collection;
import java.util.List;

/**
 * A plan that does not depend on the state of the database, for a scratch database. Immutable.
 *
 * @param plan the plan of the revisions
 * @param steps the steps of repeatable migrations
 */
record FixedPlanner(Plan plan, RepeatableSteps steps) implements RunPlanner {

    /** Plans steps of repeatable migrations only. */
    FixedPlanner(List<String> rows, List<PreparedStep> steps) {
        this(new Plan(List.of(), List.of(), rows, rows), new RepeatableSteps(List.of(), steps));
    }

    @Override
    public Plan plan(History history, Collection<String> rows) {
        return plan;
    }

    @Override
    public RepeatableSteps repeatables(
            History history, List<Step> revisions, List<String> rowsAfter, List<InterruptedStep> resumed) {
        return steps;
    }
}
