package dev.migrate.internal.engine;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.operation.Operation;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.PlannedStatement.Effect;
import dev.migrate.provider.SqlRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Completes the deferred statements of a list of operations that are not executed now, with information from the database
 * and from the operations before them. Used once, with the operations in order.
 */
final class DeferredSqlResolver {

    private final SqlRenderer renderer;
    private final Function<String, Optional<String>> database;
    private final List<Rendered> before = new ArrayList<>();

    private DeferredSqlResolver(SqlRenderer renderer, Function<String, Optional<String>> database) {
        this.renderer = renderer;
        this.database = database;
    }

    /** Returns a resolver for operations that do not start at the state of a database. */
    static DeferredSqlResolver withoutDatabase(SqlRenderer renderer) {
        return new DeferredSqlResolver(renderer, question -> Optional.empty());
    }

    /** Returns a resolver for operations that start at the current state of the database. */
    static DeferredSqlResolver of(Session session, SqlRenderer renderer) {
        return new DeferredSqlResolver(renderer, session::answer);
    }

    /**
     * Renders an operation.
     *
     * @return its statements, all of them complete
     * @throws InvalidMigrationException if one of them depends on something that is not known
     */
    List<PlannedStatement> render(Operation operation) {
        List<PlannedStatement> statements = renderer.render(operation);
        List<PlannedStatement> complete = new ArrayList<>();
        try {
            for (PlannedStatement statement : statements) {
                complete.add(
                        statement instanceof PlannedStatement.DeferredSql deferred ? complete(deferred) : statement);
            }
        } finally {
            before.add(new Rendered(operation, statements));
        }
        return complete;
    }

    /** Renders an operation to be shown; comments represent what is not known. */
    List<String> show(Operation operation) {
        List<PlannedStatement> statements;
        try {
            statements = render(operation);
        } catch (InvalidMigrationException e) {
            if (e.reason() != InvalidMigrationException.Reason.OFFLINE_SQL_UNSUPPORTED) {
                throw e;
            }
            statements = renderer.render(operation);
        }
        return statements.stream().map(PlannedStatement::text).toList();
    }

    private PlannedStatement complete(PlannedStatement.DeferredSql statement) {
        PlannedStatement.Completion completion = statement.completion();
        String answer = answer(statement).orElseThrow(completion::databaseNeeded);
        try {
            return new PlannedStatement.Sql(
                    completion.complete(answer), statement.effect(), statement.effectCheck(), statement.sessionUse());
        } catch (IllegalStateException e) {
            throw new InvalidMigrationException(
                    InvalidMigrationException.Reason.OFFLINE_SQL_UNSUPPORTED,
                    "The statement " + StatementText.truncated(statement.text()) + " cannot be completed: "
                            + e.getMessage() + ".",
                    "Compare the migration with the database.",
                    e);
        }
    }

    private Optional<String> answer(PlannedStatement.DeferredSql statement) {
        String table = statement.completion().table();
        Optional<String> answer = database.apply(statement.question());
        for (Rendered earlier : before) {
            if (earlier.mayChange(table)) {
                answer = renderer.answerAfter(earlier.operation(), table, answer);
            }
        }
        return answer;
    }

    /** An operation with its statements. */
    private record Rendered(Operation operation, List<PlannedStatement> statements) {

        /** Statements that change a table contain its name, except in the routines that they call. */
        boolean mayChange(String table) {
            for (PlannedStatement statement : statements) {
                Effect effect = statement.effect();
                boolean isNamed = statement.text().toLowerCase(Locale.ROOT).contains(table.toLowerCase(Locale.ROOT));
                // Rows do not belong to the definition.
                if (effect == Effect.MAY_COMMIT || (effect == Effect.IMPLICIT_COMMIT && isNamed)) {
                    return true;
                }
            }
            return false;
        }
    }
}
