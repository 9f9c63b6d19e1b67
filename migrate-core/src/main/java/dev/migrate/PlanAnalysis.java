package dev.migrate;

import dev.migrate.provider.PlanAdvice.Replication;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An upgrade or a downgrade that has not run, with the costs of each statement on its server.
 *
 * @param before the ids in the version table, sorted
 * @param after the ids that the version table would contain afterwards, sorted
 * @param steps the steps that would run, in order; empty if there is nothing to do
 * @param replication whether the server replicates the statements
 * @param freeBytes the free space for tables, or null if the server does not report it
 * @param remarks what could not be determined, as complete sentences
 */
public record PlanAnalysis(
        List<String> before,
        List<String> after,
        List<AnalyzedStep> steps,
        Replication replication,
        @Nullable Long freeBytes,
        List<String> remarks) {

    /** Copies the lists. */
    public PlanAnalysis {
        before = List.copyOf(before);
        after = List.copyOf(after);
        steps = List.copyOf(steps);
        Objects.requireNonNull(replication, "replication");
        remarks = List.copyOf(remarks);
    }
}
