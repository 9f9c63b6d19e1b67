package dev.migrate.schema;

import java.util.List;

/**
 * Columns whose values together occur once.
 *
 * @param name the name of the constraint and of its index
 * @param columns the columns, in the order of the index
 */
public record UniqueConstraint(String name, List<String> columns) {

    /** Copies the columns, of which there must be one at least. */
    public UniqueConstraint {
        Check.name("a unique constraint", name);
        columns = Check.columns("unique constraint " + name, columns);
    }
}
