package dev.migrate.crash;

import dev.migrate.journal.JournalPage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The state after a run and those that were necessary to complete it. It must not depend on faults.
 *
 * @param steps the steps in the journal
 * @param statements the DDL statements that the server executed, with repetitions
 * @param state the contents of the database
 */
record FinalState(List<String> steps, List<String> statements, ServerState state) {

    /**
     * Reads the current state.
     *
     * @param log the end of the server's binary log before the run; the journal was empty then
     */
    static FinalState of(CrashDatabase database, BinaryLog log) throws SQLException {
        List<String> steps = database.migrator().journal(JournalPage.oldestFirst(1_000)).stream()
                .map(step -> step.action() + " " + step.revision() + " " + step.state() + ", " + step.done() + " of "
                        + step.statementCount())
                .toList();
        Connection connection = database.connection();
        return new FinalState(steps, log.statementsOf(database.name(), connection), ServerState.read(connection));
    }

    /** Describes the differences of another state. */
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
