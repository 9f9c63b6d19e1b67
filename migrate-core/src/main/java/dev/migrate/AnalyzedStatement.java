package dev.migrate;

import dev.migrate.internal.engine.SampledTime;
import dev.migrate.operation.Operation;
import dev.migrate.plan.ExpectedTime;
import dev.migrate.plan.RehearsedStatement;
import dev.migrate.provider.StatementAdvice;
import dev.migrate.provider.TableSize;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a plan, with its costs.
 *
 * @param operation the operation that it belongs to, merged with others as it would run
 * @param advice the statement as it would run, its table, algorithm and lock
 * @param time the expected time, or null if it is not known
 * @param inverse the statements that revert the operation, in order; empty if they cannot be derived
 * @param irreversibility why the inverse cannot be derived, as a complete sentence, or null
 * @param losses the rows and values that the operation deletes permanently, as complete sentences; only for its first
 *     statement
 * @param isWithinLimits whether the statement is within the limits of its migration; a table without rows has none
 */
public record AnalyzedStatement(
        Operation operation,
        StatementAdvice advice,
        @Nullable ExpectedTime time,
        List<String> inverse,
        @Nullable String irreversibility,
        List<String> losses,
        boolean isWithinLimits) {

    /** Copies the lists. */
    public AnalyzedStatement {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(advice, "advice");
        inverse = List.copyOf(inverse);
        losses = List.copyOf(losses);
    }

    /** Returns a copy with an estimated time, unless the time is known or the sample was too small. */
    AnalyzedStatement withTimeOf(RehearsedStatement rehearsed, Map<String, Long> rows) {
        TableSize table = advice.table();
        Duration elapsed = rehearsed.elapsed();
        if (time != null || table == null || elapsed == null) {
            return this;
        }
        ExpectedTime estimate = SampledTime.of(advice, rows.getOrDefault(table.table(), 0L), elapsed);
        return new AnalyzedStatement(operation, advice, estimate, inverse, irreversibility, losses, isWithinLimits);
    }
}
