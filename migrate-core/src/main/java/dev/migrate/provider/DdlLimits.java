package dev.migrate.provider;

import java.util.Objects;

/**
 * The limits of what a statement that changes a table may do. Immutable.
 *
 * @param algorithm the most expensive algorithm
 * @param lock the most restrictive lock
 * @param rows the number of rows above which a table is only changed with {@link DdlAlgorithm#INSTANT}
 */
public record DdlLimits(DdlAlgorithm algorithm, TableLock lock, long rows) {

    /** No limits. */
    public static final DdlLimits NONE = new DdlLimits(DdlAlgorithm.COPY, TableLock.EXCLUSIVE, Long.MAX_VALUE);

    /** Rejects null and a negative number. */
    public DdlLimits {
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(lock, "lock");
        if (rows < 0) {
            throw new IllegalArgumentException("The number of rows must not be negative, but is " + rows + ".");
        }
    }

    /**
     * Returns whether there are no limits.
     *
     * @return true if every statement is within them
     */
    public boolean isNone() {
        return equals(NONE);
    }

    /**
     * Returns whether a limit depends on the size of the table.
     *
     * @return true if the number of rows is limited
     */
    public boolean dependsOnRows() {
        return rows < Long.MAX_VALUE;
    }

    /**
     * Returns the limits for a table.
     *
     * @param count the number of its rows
     * @return limits that do not depend on the size of the table
     */
    public DdlLimits forRows(long count) {
        return new DdlLimits(count > rows ? DdlAlgorithm.INSTANT : algorithm, lock, Long.MAX_VALUE);
    }

    /**
     * Returns whether a way of changing a table is within the limits, whatever its size.
     *
     * @param used the algorithm
     * @param taken the lock
     * @return true if neither is above its limit
     */
    public boolean permit(DdlAlgorithm used, TableLock taken) {
        return used.compareTo(algorithm) <= 0 && taken.compareTo(lock) <= 0;
    }

    /**
     * Returns whether a statement is within the limits. One that does not change the definition of a table with rows
     * always is.
     *
     * @param advice its table and its cost
     * @return false if the algorithm or the lock is above the limit, or is limited and not known
     */
    public boolean permit(StatementAdvice advice) {
        TableSize table = advice.table();
        DdlCost cost = advice.cost();
        if (cost == null || (table != null && table.rows() == 0)) {
            return true;
        }
        DdlLimits limits = forRows(table == null ? 0 : table.rows());
        return limits.isNone()
                || (cost.algorithm() != null && cost.lock() != null && limits.permit(cost.algorithm(), cost.lock()));
    }

    /** Describes the limits, for messages. */
    @Override
    public String toString() {
        return "algorithm " + algorithm + ", lock " + lock
                + (dependsOnRows() ? ", " + DdlAlgorithm.INSTANT + " above " + rows + " rows" : "");
    }
}
