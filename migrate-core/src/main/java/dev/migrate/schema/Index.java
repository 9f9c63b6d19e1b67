package dev.migrate.schema;

import java.util.List;

/**
 * An index that allows duplicates.
 *
 * @param name the name
 * @param columns the columns, in the order of the index
 */
public record Index(String name, List<String> columns) {

    /** Copies the columns, of which there must be one at least. */
    public Index {
        Check.name("an index", name);
        columns = Check.columns("index " + name, columns);
    }
}
