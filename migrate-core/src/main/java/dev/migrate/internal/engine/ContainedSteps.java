package dev.migrate.internal.engine;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.provider.DatabaseProvider;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.ScratchDatabase;
import dev.migrate.provider.SqlRenderer;
import java.util.List;
import java.util.Optional;

/** Checks that steps which run in a scratch database reach nothing else. Stateless. */
final class ContainedSteps {

    private ContainedSteps() {}

    /**
     * Rejects Java code, and statements that reach anything outside of the scratch database.
     *
     * @throws InvalidMigrationException if there is such a statement; nothing was executed
     */
    static void require(List<PreparedStep> steps, ScratchDatabase scratch, SqlRenderer renderer) {
        DatabaseProvider provider = DatabaseProviders.forServer(renderer.server());
        for (PreparedStep step : steps) {
            for (PlannedStatement statement : step.statements()) {
                reach(statement, scratch).ifPresent(reach -> {
                    throw notContained(step.step().revision().id(), provider.maskSecrets(statement.text()), reach);
                });
            }
        }
    }

    private static Optional<String> reach(PlannedStatement statement, ScratchDatabase scratch) {
        return statement instanceof PlannedStatement.Code
                ? Optional.of("anything, because it is Java code")
                : scratch.reachOf(statement.text());
    }

    private static InvalidMigrationException notContained(String id, String sql, String reach) {
        return new InvalidMigrationException(
                InvalidMigrationException.Reason.STATEMENT_NOT_ALLOWED,
                id + " cannot be rehearsed: a statement may reach " + reach + ", outside of the scratch database."
                        + " Statement: " + StatementText.truncated(sql) + ". Nothing was executed.",
                "Rehearse the revisions before it, and test this one with a copy of the database on another server.");
    }
}
