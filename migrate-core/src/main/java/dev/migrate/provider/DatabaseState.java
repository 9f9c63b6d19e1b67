package dev.migrate.provider;

import java.util.List;

/**
 * The migration state of a database: the rows of the version table and the last step of the journal. Immutable.
 *
 * @param heads the ids in the version table, in no particular order
 * @param hasVersionTable whether the version table exists
 * @param hasJournal whether the journal exists
 * @param lastStep the number of the last step in the journal, or 0
 * @param isInterrupted whether that step was started and not completed
 */
public record DatabaseState(
        List<String> heads, boolean hasVersionTable, boolean hasJournal, long lastStep, boolean isInterrupted) {

    /** Copies the list. */
    public DatabaseState {
        heads = List.copyOf(heads);
    }
}
