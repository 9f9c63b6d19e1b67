package dev.migrate;

import dev.migrate.plan.ExpectedTime;
import dev.migrate.provider.StatementAdvice;
import dev.migrate.provider.TableSize;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Estimates how long a statement takes on all rows of a table, from its time on some of them: the time on the empty clone is
 * subtracted, and the rest is multiplied. Stateless.
 */
final class SampledTime {

    /** What is shorter cannot be told from other work of the server. */
    private static final Duration SHORTEST = Duration.ofMillis(50);

    private static final double LOWEST = 0.5;
    private static final double HIGHEST = 4;

    private SampledTime() {}

    /**
     * Estimates the time.
     *
     * @param advice the statement
     * @param rows the number of rows of the sample
     * @param elapsed the time of the statement on the sample
     * @return the time, or null if it cannot be estimated
     */
    static @Nullable ExpectedTime of(StatementAdvice advice, long rows, Duration elapsed) {
        Duration trial = advice.trial();
        TableSize table = advice.table();
        if (trial == null || table == null || rows == 0 || !advice.isProportionalToRows()) {
            return null;
        }
        Duration ofRows = elapsed.minus(trial);
        if (ofRows.compareTo(SHORTEST) < 0 || ofRows.compareTo(trial) < 0) {
            return null;
        }
        double factor = Math.max(1, (double) table.rows() / rows);
        long nanos = Math.round(ofRows.toNanos() * factor);
        return new ExpectedTime(
                Duration.ofNanos(Math.round(nanos * LOWEST)),
                Duration.ofNanos(Math.round(nanos * HIGHEST)).plus(trial),
                ExpectedTime.Basis.SAMPLE,
                Math.toIntExact(Math.min(rows, Integer.MAX_VALUE)));
    }
}
