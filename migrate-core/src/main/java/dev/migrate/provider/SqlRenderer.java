package dev.migrate.provider;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.operation.ExecuteScript;
import dev.migrate.operation.Inverse;
import dev.migrate.operation.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Renders operations as SQL for one version of a server. Immutable and thread-safe. */
public interface SqlRenderer {

    /**
     * Returns the server that the SQL is for.
     *
     * @return the server
     */
    ServerVersion server();

    /**
     * Merges consecutive changes of one table into as few statements as the server can execute at low cost. The
     * resulting schema is the same. An {@link dev.migrate.operation.AlterTable} is left as it is.
     *
     * @param operations the operations, in order
     * @return operations with the same result
     */
    List<Operation> merge(List<Operation> operations);

    /**
     * Renders an operation.
     *
     * @param operation the operation
     * @return its statements, in the order in which they run; at least one
     * @throws InvalidMigrationException if the server does not support it
     */
    List<PlannedStatement> render(Operation operation);

    /**
     * Derives the operations that revert the first statements of a script. They restore the schema as it was; rows that
     * the script deletes or changes have no inverse.
     *
     * @param script the script
     * @param statements the number of statements; all of them if the script has fewer
     * @return the operations, in the order in which they run; none if there is nothing to revert
     * @throws InvalidMigrationException if the inverse of a statement cannot be derived from the script alone; the
     *     message contains its line and the reason
     */
    List<Operation> inverse(ExecuteScript script, int statements);

    /**
     * Derives the operations that drop what each statement of a script creates, if nothing of it existed before the
     * script.
     *
     * @param script the script
     * @return the operations for each statement, in the order of the statements; none for a statement that only drops
     *     objects or affects the session
     * @throws InvalidMigrationException if the script cannot be split
     */
    List<Inverse<Operation>> removals(ExecuteScript script);

    /**
     * Renders an operation without a database.
     *
     * @param operation the operation
     * @return its statements, all of them complete
     * @throws InvalidMigrationException if the server does not support it, or if a statement depends on the current
     *     state of the database
     */
    default List<PlannedStatement> renderOffline(Operation operation) {
        List<PlannedStatement> statements = render(operation);
        for (PlannedStatement statement : statements) {
            if (statement instanceof PlannedStatement.DeferredSql interrupted) {
                throw interrupted.completion().databaseNeeded();
            }
        }
        return statements;
    }

    /**
     * Derives the answer to the question of a {@linkplain PlannedStatement.DeferredSql deferred} statement after an
     * operation, as far as the completion of a statement depends on it.
     *
     * @param operation an operation that changes a table
     * @param table the table
     * @param before the answer before the operation, or empty if it is not known
     * @return the answer after it, or empty if it cannot be derived
     */
    default Optional<String> answerAfter(Operation operation, String table, Optional<String> before) {
        return Optional.empty();
    }

    /**
     * Writes the statement that changes how a table is partitioned.
     *
     * @param table the table
     * @param partitioning the new partitioning in the server's SQL, or null to remove it
     * @return the statement
     */
    String repartition(String table, @Nullable String partitioning);

    /**
     * Quotes an identifier.
     *
     * @param name the name of a table, a column, a constraint and so on
     * @return the quoted name
     */
    String quote(String name);

    /**
     * Renders the statement that suspends a check of the server, or that resumes it.
     *
     * @param safeguard the check
     * @param isActive whether the check is active afterwards
     * @return the statement, which affects the session only
     */
    String safeguard(Safeguard safeguard, boolean isActive);

    /**
     * Returns the tables and views that a query reads.
     *
     * @param query the query, in the server's SQL
     * @return their names, without those of other databases
     */
    Set<String> queriedTables(String query);

    /**
     * Returns the names in an expression of a table: those of the columns that it uses, and possibly others.
     *
     * @param expression the expression, in the server's SQL
     * @return the names, without quotes
     */
    Set<String> namesIn(String expression);

    /**
     * Quotes a string literal, for a session with the settings of a migration.
     *
     * @param text the text
     * @return the literal
     */
    String quoteText(String text);
}
