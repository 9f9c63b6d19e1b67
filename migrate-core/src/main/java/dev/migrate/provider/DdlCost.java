package dev.migrate.provider;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way in which a server executes a statement that changes a table. Immutable.
 *
 * @param algorithm the algorithm, or null if it is not known
 * @param lock the lock on the table, or null if it is not known
 * @param isRebuild whether all rows of the table are rewritten, or null if it is not known
 * @param source how this was determined
 */
public record DdlCost(
        @Nullable DdlAlgorithm algorithm,
        @Nullable TableLock lock,
        @Nullable Boolean isRebuild,
        Source source) {

    /** How a cost was determined. */
    public enum Source {
        /** The server executed the statement on an empty clone of the table, and rejected everything cheaper. */
        SERVER,
        /** Derived from the operation and the version of the server; the table itself was not examined. */
        VERSION_MATRIX,
        /** Not determined. */
        UNKNOWN
    }

    /** Rejects null, except for what may be unknown. */
    public DdlCost {
        Objects.requireNonNull(source, "source");
    }

    /**
     * Returns a cost of which nothing is known.
     *
     * @return the cost
     */
    public static DdlCost unknown() {
        return new DdlCost(null, null, null, Source.UNKNOWN);
    }
}
