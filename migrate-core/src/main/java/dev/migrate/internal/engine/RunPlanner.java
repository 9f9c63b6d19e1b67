package dev.migrate.internal.engine;

import dev.migrate.error.RevisionException;
import dev.migrate.plan.Plan;
import dev.migrate.plan.Planner;
import dev.migrate.plan.Step;
import dev.migrate.revision.RevisionGraph;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plans an upgrade or a downgrade from the state of the database. */
public interface RunPlanner {

    /**
     * Plans what has to run.
     *
     * @param history reads the journal, if the version table contains ids that this code lacks
     * @param rows the ids in the version table
     * @throws RevisionException if the target cannot be reached
     */
    Plan plan(History history, Collection<String> rows);

    /**
     * Plans the repeatable migrations of the run.
     *
     * @param steps the steps of the revisions
     * @param rowsAfter the rows of the version table after them
     * @param resumed the interrupted steps that are completed first
     */
    default RepeatableSteps repeatables(
            History history, List<Step> steps, List<String> rowsAfter, List<InterruptedStep> resumed) {
        return RepeatableSteps.NONE;
    }

    /** Returns the hash of all repeatable migrations if they run after an upgrade to some rows, or null. */
    default @Nullable String finalHash(List<String> rowsAfter) {
        return null;
    }

    /** Returns whether the interrupted steps show that the target has been reached. */
    default boolean isReached(List<InterruptedStep> resumed) {
        return false;
    }

    /**
     * Returns the planner of an upgrade. Revisions that a newer version of the application applied count as applied, so
     * that its older instances can start.
     *
     * @param graph the revisions of this code
     * @param acceptsNewer whether such revisions are accepted, with a warning
     * @param targets the targets
     */
    static RunPlanner upgrade(RevisionGraph graph, boolean acceptsNewer, String... targets) {
        return (history, rows) -> {
            RecordedGraph recorded = RecordedGraph.of(graph, history, rows);
            RevisionGraph all = recorded.requireNoForeign(graph, rows);
            if (!recorded.newer().isEmpty() && !acceptsNewer) {
                graph.requireStored(rows);
            }
            Plan plan = Planner.upgrade(all, rows, targets);
            // A plan with steps is made again under the lock.
            if (!recorded.newer().isEmpty() && plan.steps().isEmpty()) {
                warn(recorded.newer());
            }
            return plan;
        };
    }

    /** Returns the planner of a downgrade, which needs the migrations of all applied revisions. */
    static RunPlanner downgrade(RevisionGraph graph, String target) {
        return (history, rows) -> Planner.downgrade(graph, rows, target);
    }

    private static void warn(List<String> newer) {
        Logger log = LoggerFactory.getLogger("dev.migrate");
        log.warn(
                "The database is ahead of this code: a newer version of the application applied {}.",
                String.join(", ", newer));
    }
}
