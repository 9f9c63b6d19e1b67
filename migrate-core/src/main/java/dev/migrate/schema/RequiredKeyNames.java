package dev.migrate.schema;

import java.util.List;

/**
 * Rejects keys and checks without an explicit name.
 *
 * @param table the table, for the message
 */
record RequiredKeyNames(String table) implements KeyNames {

    @Override
    public String index(String ignored, List<String> columns) {
        throw missing("The index on " + columns);
    }

    @Override
    public String uniqueConstraint(String ignored, List<String> columns) {
        throw missing("The unique constraint on " + columns);
    }

    @Override
    public String foreignKey(String ignored, List<String> columns, String referencedTable) {
        throw missing("The foreign key on " + columns);
    }

    @Override
    public String check(String ignored, String expression) {
        throw missing("The check (" + expression + ")");
    }

    private IllegalArgumentException missing(String what) {
        return new IllegalArgumentException(
                what + " of table " + table + " has no name, and no naming convention is set.");
    }
}
