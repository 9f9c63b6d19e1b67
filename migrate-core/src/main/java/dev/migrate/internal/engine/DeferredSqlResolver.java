package dev.migrate.internal.engine;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.PlannedStatement.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Completes deferred statements of a script with information from the database. That is possible as long as the script
 * has not changed the queried object before. Used for one script, with its statements in order.
 */
final class DeferredSqlResolver {

    private final Function<String, Optional<String>> database;
    private final List<PlannedStatement> before = new ArrayList<>();

    private DeferredSqlResolver(Function<String, Optional<String>> database) {
        this.database = database;
    }

    static DeferredSqlResolver withoutDatabase() {
        return new DeferredSqlResolver(question -> Optional.empty());
    }

    static DeferredSqlResolver of(Session session) {
        return new DeferredSqlResolver(session::answer);
    }

    /**
     * Completes a statement.
     *
     * @throws InvalidMigrationException if it cannot be
     */
    PlannedStatement resolved(PlannedStatement statement) {
        PlannedStatement resolved =
                statement instanceof PlannedStatement.DeferredSql interrupted ? finished(interrupted) : statement;
        before.add(resolved);
        return resolved;
    }

    private PlannedStatement finished(PlannedStatement.DeferredSql statement) {
        PlannedStatement.Completion completion = statement.completion();
        Optional<String> answer = before.stream().anyMatch(earlier -> mayChange(earlier, completion.table()))
                ? Optional.empty()
                : database.apply(statement.question());
        return new PlannedStatement.Sql(
                completion.complete(answer.orElseThrow(completion::databaseNeeded)),
                statement.effect(),
                statement.effectCheck(),
                statement.sessionUse());
    }

    /** Statements that change a table contain its name, except in the routines that they call. */
    private static boolean mayChange(PlannedStatement statement, String table) {
        return statement.effect() == Effect.MAY_COMMIT
                || statement.text().toLowerCase(Locale.ROOT).contains(table.toLowerCase(Locale.ROOT));
    }
}
