package dev.migrate.provider;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.operation.ExecuteScript;
import dev.migrate.operation.ScriptPlaceholders;
import dev.migrate.schema.Schema;
import dev.migrate.schema.ServerDefaults;
import java.util.List;
import java.util.Optional;

/** Reads and writes SQL scripts as the command-line client of a server does. Immutable and thread-safe. */
public interface ScriptDialect {

    /**
     * Splits a script into the statements that the client would send.
     *
     * @param script the script
     * @return its statements, in the order in which they run; none if it contains only comments
     * @throws InvalidMigrationException if the script cannot be split, or if it contains a statement that a migration
     *     must not run
     */
    List<ScriptStatement> split(ExecuteScript script);

    /**
     * Replaces the placeholders of a script, except in comments and, unless wanted, in quoted text.
     *
     * @param script the script
     * @param placeholders the values
     * @return the script with the values
     * @throws InvalidMigrationException if a placeholder has no value
     */
    ExecuteScript replaced(ExecuteScript script, ScriptPlaceholders placeholders);

    /**
     * Splits the script of a schema. It is executed in one session and never resumed, so it may contain statements that a
     * migration must not run.
     *
     * @param name the name of the script in messages
     * @param text the script
     * @return its statements, in the order in which they run; none if it contains only comments
     * @throws InvalidMigrationException if the script cannot be split
     */
    List<SqlLine> splitSchema(String name, String text);

    /**
     * Returns the statements that remove what the script of a schema leaves behind in its session, such as temporary
     * tables.
     *
     * @param statements the statements of the script
     * @return further statements
     */
    List<String> cleaningUp(List<String> statements);

    /**
     * Returns what a statement reaches outside of the current database: another database, or settings, accounts and files
     * of the server. The script of a model must not contain such statements, because it runs in a scratch database only.
     *
     * @param sql the statement
     * @param before the statements that run before it in the same session, the first one in an empty database: it may call
     *     the procedures that they create, and execute what they prepare if {@link #preparedText} is checked as well
     * @return a description for a message, or empty if the statement reaches nothing else
     */
    Optional<String> outsideOfDatabase(String sql, List<String> before);

    /**
     * Returns the query for the text that a statement prepares, for statements like PREPARE.
     *
     * @param sql the statement
     * @return a query with one row and one column, or empty if the statement prepares nothing, or a text that cannot be
     *     read in advance
     */
    Optional<String> preparedText(String sql);

    /**
     * Adds the attributes that a script specifies to the schema that it has created, where the canonical form omits them,
     * because they are the defaults of the server or the database. What a script specifies is compared.
     *
     * @param statements the statements of the script
     * @param schema the schema, in canonical form
     * @param defaults the defaults of the server and the database
     * @return the schema with the specified attributes
     */
    Schema specifiedBy(List<String> statements, Schema schema, ServerDefaults defaults);

    /**
     * Writes a statement so that the client sends it unchanged, whatever its content.
     *
     * @param sql the statement
     * @return lines of a script, without a line feed after the last one
     * @throws InvalidMigrationException if a quote or a comment is not closed, or the client would interpret a part of
     *     the statement as one of its own commands
     */
    String clientText(String sql);

    /**
     * Returns a form of a statement that does not depend on its comments, its white space and its line endings.
     *
     * @param sql the statement
     * @return the same text for statements that differ in nothing else
     */
    String normalized(String sql);

    /**
     * Returns the command that runs a script with the client.
     *
     * @return a shell command with the placeholders DATABASE and FILE
     */
    String clientCommand();
}
