package dev.migrate.internal.engine;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.internal.load.VerifiedDowngrades;
import dev.migrate.plan.Direction;
import dev.migrate.plan.Plan;
import dev.migrate.plan.Step;
import dev.migrate.provider.SqlRenderer;
import java.util.Collection;
import java.util.List;

/**
 * Plans a downgrade, and refuses it unless each step was verified. Immutable.
 *
 * @param planner plans the downgrade
 * @param verified the verified downgrades
 * @param migrations renders the statements
 */
public record VerifiedPlanner(RunPlanner planner, VerifiedDowngrades verified, MigrationRenderer migrations)
        implements RunPlanner {

    @Override
    public Plan plan(History history, Collection<String> rows) {
        Plan plan = planner.plan(history, rows);
        if (!plan.steps().isEmpty()) {
            require(plan.steps(), history.renderer());
        }
        return plan;
    }

    private void require(List<Step> steps, SqlRenderer renderer) {
        String product = renderer.server().product();
        List<String> missing = steps.stream()
                .filter(step -> !verified.contains(
                        new VerifiedDowngrades.VerifiedDowngrade(step.revision().id(), product, hash(step, renderer))))
                .map(step -> step.revision().id())
                .toList();
        if (!missing.isEmpty()) {
            throw InvalidMigrationException.notVerified(missing, product);
        }
    }

    private String hash(Step down, SqlRenderer renderer) {
        Step up = new Step(Direction.UP, down.revision(), List.of());
        List<PreparedStep> both = migrations.prepare(List.of(up, down), renderer);
        return StatementHash.of(both.get(0), both.get(1), renderer.server());
    }
}
