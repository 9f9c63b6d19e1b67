package dev.migrate.schema;

import java.util.List;

/**
 * Names indexes and constraints that have no explicit name. A name must depend only on the arguments, because it is
 * computed again when the object is dropped. The servers reject names longer than 64 characters.
 */
public interface KeyNames {

    /**
     * Names a non-unique index.
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
     * @param table the referencing table
     * @param columns the referencing columns
     * @param referencedTable the referenced table
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
