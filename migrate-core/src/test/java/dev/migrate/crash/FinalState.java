package dev.migrate.crash;

import dev.migrate.journal.JournalPage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run has left behind, together with those that had to bring it to its end. It must not depend on what went wrong
 * on the way.
 *
 * @param steps what the journal says of the steps
 * @param statements the DDL statements that the server has carried out, as often as it has
 * @param state what is in the database
 */
record FinalState(List<String> steps, List<String> statements, ServerState state) {

    /**
     * Looks what is there now.
     *
     * @param log where the server's binary log ended in front of the run; the journal was empty then
     */
    static FinalState of(CrashDatabase database, BinaryLog log) throws SQLException {
        List<String> steps = database.migrator().journal(JournalPage.oldestFirst(1_000)).stream()
                .map(step -> step.action() + " " + step.revision() + " " + step.state() + ", " + step.done() + " of "
                        + step.statementCount())
                .toList();
        Connection connection = database.connection();
        return new FinalState(steps, log.statementsOf(database.name(), connection), ServerState.read(connection));
    }

    /** Says how another one differs from this one. */
    List<String> differences(FinalState other) {
        List<String> differences = new ArrayList<>(state.differences(other.state));
        if (!steps.equals(other.steps)) {
            differences.add("the journal has " + other.steps + " instead of " + steps);
        }
        if (!statements.equals(other.statements)) {
            differences.add("the server carried out " + other.statements + " instead of " + statements);
        }
        return differences;
    }
}
