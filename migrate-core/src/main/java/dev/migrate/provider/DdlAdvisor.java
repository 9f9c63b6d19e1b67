package dev.migrate.provider;

import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Determines what the statements of a plan will cost, before they run: the algorithm, the lock, the size of the tables.
 * Never takes the {@linkplain MigrationLock migration lock} and never writes to the database of the plan. Stateless and
 * thread-safe.
 */
public interface DdlAdvisor {

    /**
     * Determines what operations will cost. If the server can be asked, the statements are executed on empty clones of
     * the tables, so that each one finds the tables as the earlier ones leave them. The clones are removed afterwards.
     *
     * @param database the database of the plan; one of its connections is used at a time
     * @param operations the operations, merged as they will run
     * @param checkTimeout the time limit of each query that searches for rows with which a statement fails or that it
     *     alters; zero for no such queries
     * @return the costs
     * @throws MigrateException if the database cannot be read
     */
    PlanAdvice advise(DataSource database, List<Operation> operations, Duration checkTimeout);

    /**
     * Returns the forms of a statement that keep it within limits: with explicit clauses, so that the server rejects it
     * instead of exceeding them. They are executed in order until the server accepts one; each rejected one has changed
     * nothing, and fails with {@link DatabaseError.Kind#CLAUSE_REJECTED}. Limits do not apply to a table without rows.
     *
     * @param connection the connection that will execute the statement; it is only read from
     * @param server the server
     * @param sql the statement
     * @param limits the limits
     * @return the statement itself if the limits do not apply to it; empty if no form is within the limits
     * @throws SQLException if the size of the table cannot be read
     */
    List<String> forms(Connection connection, ServerVersion server, String sql, DdlLimits limits) throws SQLException;

    /**
     * Returns the form of a statement in a script that keeps it within limits: with explicit clauses where the server would
     * exceed them otherwise, so that it rejects the statement. The limit of rows is not enforced, and there are no limits
     * for a table that the script creates. A pure function.
     *
     * @param server the server that will run the script
     * @param earlier the statements of the script before it
     * @param sql the statement
     * @param limits the limits
     * @return the statement itself if the limits do not apply to it; empty if no form is within the limits
     */
    Optional<String> scriptForm(ServerVersion server, List<String> earlier, String sql, DdlLimits limits);

    /**
     * Returns a text that is the same for statements that change the same table in the same way, so that the duration of one
     * is a measurement for the others. A pure function.
     *
     * @param sql a statement, or the beginning of a long one
     * @return the text, or empty if the statement changes no table
     */
    Optional<String> comparisonKey(String sql);
}
