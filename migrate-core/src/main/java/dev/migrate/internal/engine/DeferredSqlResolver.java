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
 * What the statements of a script must repeat and only the database knows. It can be asked where there is one, as long as
 * the script itself does not change before what it would be asked for. Used for one script, its statements in order.
 */
final class DeferredSqlResolver {

    private final Function<String, Optional<String>> database;
    private final List<PlannedStatement> before = new ArrayList<>();

    private DeferredSqlResolver(Function<String, Optional<String>> database) {
        this.database = database;
    }

    static DeferredSqlResolver thatNobodyKnows() {
        return new DeferredSqlResolver(question -> Optional.empty());
    }

    static DeferredSqlResolver askedOf(Session session) {
        return new DeferredSqlResolver(session::answer);
    }

    /**
     * The statement, finished.
     *
     * @throws InvalidMigrationException if it cannot be
     */
    PlannedStatement settled(PlannedStatement statement) {
        PlannedStatement settled =
                statement instanceof PlannedStatement.DeferredSql interrupted ? finished(interrupted) : statement;
        before.add(settled);
        return settled;
    }

    private PlannedStatement finished(PlannedStatement.DeferredSql statement) {
        PlannedStatement.Completion completion = statement.completion();
        Optional<String> answer = before.stream().anyMatch(earlier -> mayChange(earlier, completion.table()))
                ? Optional.empty()
                : database.apply(statement.question());
        return new PlannedStatement.Sql(
                completion.complete(answer.orElseThrow(completion::databaseNeeded)),
                statement.effect(),
                statement.effectCheck());
    }

    /** Whoever changes a table names it, but for what is called. */
    private static boolean mayChange(PlannedStatement statement, String table) {
        return statement.effect() == Effect.MAY_COMMIT
                || statement.text().toLowerCase(Locale.ROOT).contains(table.toLowerCase(Locale.ROOT));
    }
}
