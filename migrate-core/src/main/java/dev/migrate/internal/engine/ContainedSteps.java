package dev.migrate.internal.engine;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.provider.DatabaseProvider;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.ScratchDatabase;
import dev.migrate.provider.SqlRenderer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Checks that steps which run in a scratch database reach nothing else. Stateless. */
final class ContainedSteps {

    private ContainedSteps() {}

    /**
     * Rejects Java code, and statements that reach anything outside of the scratch database.
     *
     * @throws InvalidMigrationException if there is such a statement; nothing was executed
     */
    static void require(List<PreparedStep> steps, ScratchDatabase scratch, SqlRenderer renderer) {
        require(
                steps,
                renderer,
                statement -> isCode(statement)
                        ? Optional.of("anything, because it is Java code")
                        : scratch.reachOf(statement.text()),
                "be rehearsed",
                "Rehearse the revisions before it, and test this one with a copy of the database on another server.");
    }

    /**
     * Rejects statements that reach anything outside of the scratch database. Java code is accepted: it gets a connection
     * to the scratch database.
     *
     * @param purpose completes "the revision cannot …"
     * @param remedy the alternative, as a complete sentence
     * @throws InvalidMigrationException if there is such a statement; nothing was executed
     */
    static void requireStatements(
            List<PreparedStep> steps, ScratchDatabase scratch, SqlRenderer renderer, String purpose, String remedy) {
        require(
                steps,
                renderer,
                statement -> isCode(statement) ? Optional.empty() : scratch.reachOf(statement.text()),
                purpose,
                remedy);
    }

    private static boolean isCode(PlannedStatement statement) {
        return statement instanceof PlannedStatement.Code;
    }

    private static void require(
            List<PreparedStep> steps,
            SqlRenderer renderer,
            Function<PlannedStatement, Optional<String>> reachOf,
            String purpose,
            String remedy) {
        DatabaseProvider provider = DatabaseProviders.forServer(renderer.server());
        for (PreparedStep step : steps) {
            for (PlannedStatement statement : step.statements()) {
                reachOf.apply(statement).ifPresent(reach -> {
                    throw new InvalidMigrationException(
                            InvalidMigrationException.Reason.STATEMENT_NOT_ALLOWED,
                            step.step().revision().id() + " cannot " + purpose + ": a statement may reach " + reach
                                    + ", outside of the scratch database. Statement: "
                                    + StatementText.truncated(provider.maskSecrets(statement.text()))
                                    + ". Nothing was executed.",
                            remedy);
                });
            }
        }
    }
}
