package dev.migrate.plan;

import java.time.Duration;
import java.util.Objects;

/**
 * The time that a statement is expected to take, as a range. Immutable.
 *
 * @param from the lower bound
 * @param to the upper bound
 * @param basis the measurements that the range is derived from
 * @param measurements their number, at least 1; for {@link Basis#SAMPLE} the number of rows of the sample
 */
public record ExpectedTime(Duration from, Duration to, Basis basis, int measurements) {

    /** The kinds of measurements. */
    public enum Basis {
        /** The statement on an empty clone of the table: its time does not depend on the rows. */
        EMPTY_CLONE,
        /** Earlier statements that changed the same table in the same way, according to the journal. */
        JOURNAL,
        /** The statement on a copy of some rows of the table, in a rehearsal: the rest is extrapolated. */
        SAMPLE
    }

    /** Rejects null. */
    public ExpectedTime {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(basis, "basis");
    }
}
