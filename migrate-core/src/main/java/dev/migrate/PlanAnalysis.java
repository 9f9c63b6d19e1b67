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

    /**
     * Returns a copy in which times that are not known are estimated from a rehearsal with rows: of the statements that read
     * or write all rows of a table, as far as the sample was large enough to be measured.
     *
     * @param rehearsal the rehearsal of the same plan
     * @return the copy
     */
    public PlanAnalysis withTimesOf(Rehearsal rehearsal) {
        return new PlanAnalysis(
                before,
                after,
                steps.stream().map(step -> step.withTimesOf(rehearsal)).toList(),
                replication,
                freeBytes,
                remarks);
    }
}
