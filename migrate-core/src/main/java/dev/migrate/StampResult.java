package dev.migrate;

import java.util.List;

/**
 * What a stamp did.
 *
 * @param before the ids that the version table held, sorted
 * @param after the ids that it holds now, sorted
 */
public record StampResult(List<String> before, List<String> after) {

    /** Copies the lists. */
    public StampResult {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
