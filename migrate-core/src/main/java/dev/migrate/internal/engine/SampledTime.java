package dev.migrate.internal.engine;

import dev.migrate.plan.ExpectedTime;
import dev.migrate.provider.StatementAdvice;
import dev.migrate.provider.TableSize;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Estimates how long a statement takes on all rows of a table, from its time on some of them: the time on the empty
 * clone is subtracted, and the rest is multiplied. Stateless.
 */
public final class SampledTime {

    /** What is shorter cannot be told from other work of the server. */
    private static final Duration SHORTEST = Duration.ofMillis(100);

    /** Measured: the real time was 0.28 to 3.4 times the extrapolated one; see docs/plan.md. */
    private static final double LOWEST = 0.25;

    private static final double HIGHEST = 4;
    private static final double NANOS_PER_MILLI = 1e6;

    private SampledTime() {}

    /**
     * Estimates the time.
     *
     * @param advice the statement
     * @param rows the number of rows of the sample
     * @param elapsed the time of the statement on the sample
     * @return the time, or null if it cannot be estimated
     */
    public static @Nullable ExpectedTime of(StatementAdvice advice, long rows, Duration elapsed) {
        Duration trial = advice.trial();
        TableSize table = advice.table();
        if (trial == null || table == null || rows == 0 || !advice.isProportionalToRows()) {
            return null;
        }
        Duration ofRows = elapsed.minus(trial);
        if (ofRows.compareTo(SHORTEST) < 0 || ofRows.compareTo(trial) < 0) {
            return null;
        }
        double millis = ofRows.toNanos() / NANOS_PER_MILLI * Math.max(1, (double) table.rows() / rows);
        return new ExpectedTime(
                rounded(millis * LOWEST, RoundingMode.FLOOR),
                rounded(millis * HIGHEST + trial.toMillis(), RoundingMode.CEILING),
                ExpectedTime.Basis.SAMPLE,
                Math.toIntExact(Math.min(rows, Integer.MAX_VALUE)));
    }

    /** The bounds are not more precise than two digits. */
    private static Duration rounded(double millis, RoundingMode mode) {
        return Duration.ofMillis(
                BigDecimal.valueOf(millis).round(new MathContext(2, mode)).longValue());
    }
}
