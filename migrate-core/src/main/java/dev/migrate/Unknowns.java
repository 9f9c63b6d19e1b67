package dev.migrate;

import dev.migrate.dialect.DatabaseNeededException;
import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Effect;
import dev.migrate.run.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the statements of a script must repeat and only the database knows. It can be asked where there is one, as long as
 * the script itself does not change before what it would be asked for. Used for one script, its statements in order.
 */
final class Unknowns {

    private final Function<String, Optional<String>> database;
    private final List<Statement> before = new ArrayList<>();

    private Unknowns(Function<String, Optional<String>> database) {
        this.database = database;
    }

    static Unknowns thatNobodyKnows() {
        return new Unknowns(question -> Optional.empty());
    }

    static Unknowns askedOf(Session session) {
        return new Unknowns(session::answer);
    }

    /**
     * The statement, finished.
     *
     * @throws DatabaseNeededException if it cannot be
     */
    Statement settled(Statement statement) {
        Statement settled = statement instanceof Statement.Unfinished unfinished ? finished(unfinished) : statement;
        before.add(settled);
        return settled;
    }

    private Statement finished(Statement.Unfinished statement) {
        Statement.Completion completion = statement.completion();
        Optional<String> answer = before.stream().anyMatch(earlier -> mayChange(earlier, completion.table()))
                ? Optional.empty()
                : database.apply(statement.question());
        return new Statement.Sql(
                completion.complete(answer.orElseThrow(completion::databaseNeeded)),
                statement.effect(),
                statement.trace());
    }

    /** Whoever changes a table names it, but for what is called. */
    private static boolean mayChange(Statement statement, String table) {
        return statement.effect() == Effect.MAY_COMMIT
                || statement.text().toLowerCase(Locale.ROOT).contains(table.toLowerCase(Locale.ROOT));
    }
}
