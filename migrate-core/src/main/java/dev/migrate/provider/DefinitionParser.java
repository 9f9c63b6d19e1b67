package dev.migrate.provider;

import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.IndexBuilder;
import dev.migrate.schema.TableOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses the fragments of DDL that a model contains, for instance the column definitions in annotations of entities,
 * with the server's rules. Immutable and thread-safe.
 *
 * <p>Methods throw {@link IllegalArgumentException} for a fragment that cannot be parsed.
 */
public interface DefinitionParser {

    /**
     * Checks whether the server supports a feature that a model can express.
     *
     * @param feature the feature
     * @return true if the server has it; false if the server rejects or ignores it
     */
    boolean supports(Feature feature);

    /**
     * Removes the quotes of a name, if it has any.
     *
     * @param sql the name, quoted or not
     * @return the name
     */
    String name(String sql);

    /**
     * Parses the definition of a column.
     *
     * @param name the column's name
     * @param sql its definition without the name
     * @return the column
     */
    ColumnDefinition column(String name, String sql);

    /**
     * Parses what follows the parenthesis of CREATE TABLE.
     *
     * @param sql options, and the partitioning if there is one
     * @return the options
     */
    TableSuffix tableSuffix(String sql);

    /**
     * Parses the options of an index and adds them to it.
     *
     * @param sql the options
     * @param index the index to change
     */
    void indexOptions(String sql, IndexBuilder index);

    /**
     * Parses the definition of a foreign key.
     *
     * @param name the constraint's name
     * @param sql FOREIGN KEY and everything that follows it
     * @return the foreign key
     */
    ForeignKey foreignKey(String name, String sql);

    /**
     * Parses the action on deletion in the options of a foreign key.
     *
     * @param sql the options
     * @return the action after ON DELETE, or the default
     */
    ForeignKey.Rule onDelete(String sql);

    /**
     * Parses the action on update in the options of a foreign key.
     *
     * @param sql the options
     * @return the action after ON UPDATE, or the default
     */
    ForeignKey.Rule onUpdate(String sql);

    /**
     * Removes the parentheses around an expression.
     *
     * @param sql the expression
     * @return the expression without them
     */
    String expression(String sql);

    /**
     * Parses check constraints as CREATE TABLE contains them.
     *
     * @param sql the constraints, separated by commas; may be empty
     * @return the constraints, in their order
     */
    List<CheckDefinition> checks(String sql);

    /**
     * Parses an INSERT of constants into a table.
     *
     * @param sql the statement
     * @param table the table
     * @param columns its columns, in their order
     * @return the rows; or the statement itself, if it inserts anything else
     */
    Operation insert(String sql, String table, List<String> columns);

    /**
     * Returns the name that the server generates for a check constraint without a name.
     *
     * @param table the table
     * @param number the position among the table's checks without names, starting at 1
     * @return the name
     */
    String checkName(String table, int number);

    /** Features that some versions of a server support and others do not. */
    enum Feature {
        /** Check constraints. */
        CHECK,
        /** Check constraints that belong to a column rather than to the table. */
        COLUMN_CHECK,
        /** Index columns in descending order. */
        DESCENDING_INDEX,
        /** NOT NULL for generated columns. */
        NOT_NULL_GENERATED
    }

    /**
     * A parsed definition of a column.
     *
     * @param column the column
     * @param isUnique whether the definition declares the column unique
     */
    record ColumnDefinition(Column column, boolean isUnique) {}

    /**
     * A parsed check constraint.
     *
     * @param name its name, or null if the server generates it
     * @param expression the condition, without enclosing parentheses
     * @param isEnforced whether rows that violate it are rejected
     */
    record CheckDefinition(@Nullable String name, String expression, boolean isEnforced) {}

    /**
     * The parsed end of CREATE TABLE.
     *
     * @param options the options
     * @param partitioning the partitioning, or null if there is none
     */
    record TableSuffix(TableOptions options, @Nullable String partitioning) {}
}
