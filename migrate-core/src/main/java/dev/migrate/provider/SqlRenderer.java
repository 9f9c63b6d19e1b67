package dev.migrate.provider;

import dev.migrate.operation.ExecuteScript;
import dev.migrate.operation.Operation;
import java.util.List;

/** What operations become on one kind of server at one version. Immutable and thread-safe. */
public interface SqlRenderer {

    /**
     * Tells which server this is the dialect of.
     *
     * @return the server
     */
    ServerVersion server();

    /**
     * Puts changes of one table that follow each other together, so that they cost the server as little as possible. The
     * schema afterwards is the same. What is an {@link dev.migrate.operation.AlterTable} already stays as it is.
     *
     * @param operations what is to be done, in this order
     * @return operations that do the same
     */
    List<Operation> merge(List<Operation> operations);

    /**
     * Writes an operation in the server's SQL.
     *
     * @param operation what is to be done
     * @return the statements that do it, in the order in which they run; one at least
     * @throws UnsupportedOnServerException if this server cannot do it
     */
    List<PlannedStatement> render(Operation operation);

    /**
     * Writes an operation in the server's SQL where there is no database to ask.
     *
     * @param operation what is to be done
     * @return the statements that do it, none of them {@linkplain PlannedStatement.Unfinished interrupted}
     * @throws UnsupportedOnServerException if this server cannot do it
     * @throws LiveDatabaseRequiredException if one must repeat what only the database knows; the error says what to give
     */
    default List<PlannedStatement> renderOffline(Operation operation) {
        List<PlannedStatement> statements = render(operation);
        for (PlannedStatement statement : statements) {
            if (statement instanceof PlannedStatement.Unfinished interrupted) {
                throw interrupted.completion().databaseNeeded();
            }
        }
        return statements;
    }

    /**
     * Splits a script into the statements that {@link #render} makes of it.
     *
     * @param script the script
     * @return its statements, in the order in which they run; one at least
     * @throws ScriptSyntaxException if the script cannot be split
     * @throws StatementNotAllowedException if it has a statement that a run must not run
     */
    List<ScriptStatement> split(ExecuteScript script);

    /**
     * Writes a statement for the server's command-line client, which sends it as it is then, whatever stands in it.
     *
     * @param sql the statement
     * @return lines of a script, without a line feed behind the last one
     * @throws ScriptSyntaxException if a quote or a comment of it never ends, or the client would take a part of it for a
     *     command
     */
    String forClient(String sql);

    /**
     * Quotes a name so that the server takes it for one name, whatever characters it has.
     *
     * @param name the name of a table, a column, a constraint and so on
     * @return the quoted name
     */
    String quote(String name);

    /**
     * Writes a text as a constant. It is right in a session whose {@code sql_mode} is {@link #sqlMode()}.
     *
     * @param text the text
     * @return the quoted text
     */
    String quoteText(String text);

    /**
     * Names the {@code sql_mode} that the statements of this dialect are written for, and that makes the server refuse
     * what it would otherwise bend.
     *
     * @return the value of the session variable
     */
    String sqlMode();
}
