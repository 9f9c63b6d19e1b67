package dev.migrate.provider;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a statement will cost. Immutable.
 *
 * @param sql the statement as it would run, as far as it is known
 * @param table the table that it changes, or null if it changes no table or several
 * @param cost the algorithm and the lock, or null if the statement does not change the definition of an existing table
 * @param isIndexBuild whether it builds an index of the existing rows
 * @param trial the duration of the statement on the empty clone, or null if it did not run there
 * @param rejection the error of the server if it rejected the statement on the empty clone, or null
 * @param findings the existing rows that make it fail, or whose values it alters, and the objects that use what it drops
 *     or renames
 */
public record StatementAdvice(
        String sql,
        @Nullable TableSize table,
        @Nullable DdlCost cost,
        boolean isIndexBuild,
        @Nullable Duration trial,
        @Nullable String rejection,
        List<DataFinding> findings) {

    /** Copies the list. */
    public StatementAdvice {
        Objects.requireNonNull(sql, "sql");
        findings = List.copyOf(findings);
    }

    /**
     * Returns the advice for a statement that does not change the definition of an existing table.
     *
     * @param sql the statement
     * @param table the table that it creates or drops, or null
     * @return the advice, without a cost
     */
    public static StatementAdvice withoutCost(String sql, @Nullable TableSize table) {
        return new StatementAdvice(sql, table, null, false, null, null, List.of());
    }

    /**
     * Returns a copy with findings.
     *
     * @param others the findings
     * @return the copy
     */
    public StatementAdvice findings(List<DataFinding> others) {
        return new StatementAdvice(sql, table, cost, isIndexBuild, trial, rejection, others);
    }

    /**
     * Returns whether the time that the statement takes does not depend on the rows of the table.
     *
     * @return true if the algorithm is {@link DdlAlgorithm#INSTANT}, or the table is new
     */
    public boolean isIndependentOfRows() {
        boolean isNew = table != null && table.isNew();
        return cost != null && (isNew || cost.algorithm() == DdlAlgorithm.INSTANT);
    }

    /**
     * Returns whether the server reads or writes all rows of an existing table, so that the time depends on their number.
     *
     * @return true if rows are copied, the table is rebuilt, or an index is built
     */
    public boolean isProportionalToRows() {
        return cost != null
                && !isIndependentOfRows()
                && (isIndexBuild || cost.algorithm() == DdlAlgorithm.COPY || Boolean.TRUE.equals(cost.isRebuild()));
    }
}
