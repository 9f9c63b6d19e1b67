package dev.migrate.provider;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rows that were copied into a scratch database. Immutable.
 *
 * @param tables the number of copied rows of each table, by its name
 * @param remarks what could not be copied, as complete sentences
 */
public record CopiedRows(Map<String, Long> tables, List<String> remarks) {

    /** Copies the collections, and sorts the tables. */
    public CopiedRows {
        tables = Collections.unmodifiableMap(new TreeMap<>(tables));
        remarks = List.copyOf(remarks);
    }
}
