package dev.migrate;

import java.util.List;

/**
 * The result of a stamp.
 *
 * @param before the ids that the version table contained, sorted
 * @param after the ids that it contains now, sorted
 */
public record StampResult(List<String> before, List<String> after) {

    /** Copies the lists. */
    public StampResult {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
