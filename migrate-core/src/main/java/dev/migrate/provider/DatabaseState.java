package dev.migrate.provider;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The migration state of a database: the rows of the version table and the last step of the journal. Immutable.
 *
 * @param heads the ids in the version table, in no particular order
 * @param hasVersionTable whether the version table exists
 * @param hasJournal whether the journal exists
 * @param lastStep the number of the last step in the journal, or 0
 * @param lastHash the hash in the row of that step; it identifies all repeatable migrations if the step was the last one
 *     of an upgrade that left each with its current text; or null
 * @param isInterrupted whether that step was started and not completed
 */
public record DatabaseState(
        List<String> heads,
        boolean hasVersionTable,
        boolean hasJournal,
        long lastStep,
        @Nullable String lastHash,
        boolean isInterrupted) {

    /** Copies the list. */
    public DatabaseState {
        heads = List.copyOf(heads);
    }

    /**
     * Creates a state without a hash.
     *
     * @param heads the ids in the version table
     * @param hasVersionTable whether the version table exists
     * @param hasJournal whether the journal exists
     * @param lastStep the number of the last step in the journal, or 0
     * @param isInterrupted whether that step was started and not completed
     */
    public DatabaseState(
            List<String> heads, boolean hasVersionTable, boolean hasJournal, long lastStep, boolean isInterrupted) {
        this(heads, hasVersionTable, hasJournal, lastStep, null, isInterrupted);
    }
}
