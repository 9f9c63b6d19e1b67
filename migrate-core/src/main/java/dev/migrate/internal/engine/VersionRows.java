package dev.migrate.internal.engine;

import java.util.List;

/**
 * What the version table held when it was read.
 *
 * @param isTablePresent whether there was a table at all
 * @param ids the ids in its rows
 */
public record VersionRows(boolean isTablePresent, List<String> ids) {

    /** Copies the list. */
    public VersionRows {
        ids = List.copyOf(ids);
    }
}
