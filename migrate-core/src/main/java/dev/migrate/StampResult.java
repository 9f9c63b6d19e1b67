package dev.migrate;

import dev.migrate.journal.JournalStep;
import java.util.List;

/**
 * The result of a stamp.
 *
 * @param before the ids that the version table contained, sorted
 * @param after the ids that it contains now, sorted
 * @param notReverted the interrupted steps, as they were, that a purge recorded as aborted although some of their
 *     statements were executed, or may have been; their effects remain in the database
 */
public record StampResult(List<String> before, List<String> after, List<JournalStep> notReverted) {

    /** Copies the lists. */
    public StampResult {
        before = List.copyOf(before);
        after = List.copyOf(after);
        notReverted = List.copyOf(notReverted);
    }
}
