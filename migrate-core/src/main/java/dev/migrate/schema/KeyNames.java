package dev.migrate.schema;

import java.util.List;

/**
 * Names indexes and constraints whose author left the name out. The names must depend on nothing but the arguments, since
 * a name is asked for again where the thing is dropped; what is longer than 64 characters is refused by the servers.
 */
public interface KeyNames {

    /**
     * Names an index that allows duplicates.
     *
     * @param table the table
     * @param columns its columns, in the order of the index
     * @return the name
     */
    String index(String table, List<String> columns);

    /**
     * Names a unique constraint.
     *
     * @param table the table
     * @param columns its columns, in the order of the index
     * @return the name
     */
    String uniqueConstraint(String table, List<String> columns);

    /**
     * Names a foreign key.
     *
     * @param table the table that refers
     * @param columns the columns that refer
     * @param referencedTable the table that is referred to
     * @return the name
     */
    String foreignKey(String table, List<String> columns, String referencedTable);

    /**
     * Names a check.
     *
     * @param table the table
     * @param expression the condition
     * @return the name
     */
    String check(String table, String expression);
}
