package dev.migrate.dialect.mysql;

import dev.migrate.schema.Column;

/**
 * What people say of a column behind its name in CREATE TABLE.
 *
 * @param column the column, with its check, if it has one
 * @param isUnique whether {@code UNIQUE} is said, which makes an index of the column's name
 */
public record ColumnDefinition(Column column, boolean isUnique) {

    /**
     * Reads a definition.
     *
     * @param name the name of the column
     * @param sql what follows the name: a type, and whatever is said in whatever order
     * @return the definition; what is not known is kept as an attribute of the column
     * @throws IllegalArgumentException if there is no type
     */
    public static ColumnDefinition read(String name, String sql) {
        return new DefinitionReader(name, sql).read();
    }
}
