package dev.migrate.internal.engine;

import dev.migrate.provider.PlannedStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive steps whose intent is recorded together, with one commit instead of one for each: the effect of each of
 * their statements can be probed separately. Every other step is a separate batch. Immutable.
 *
 * @param steps the steps in order, at least one
 */
record WriteAheadBatch(List<PreparedStep> steps) {

    /** More would save almost nothing, and the version table would lag further behind. */
    private static final int MAX_STEPS = 16;

    /** Copies the list. */
    WriteAheadBatch {
        steps = List.copyOf(steps);
    }

    /**
     * Groups steps into batches.
     *
     * @param steps the steps in order
     * @param hasTokens whether statements get commit tokens
     */
    static List<WriteAheadBatch> of(List<PreparedStep> steps, boolean hasTokens) {
        List<WriteAheadBatch> batches = new ArrayList<>();
        List<PreparedStep> open = new ArrayList<>();
        for (PreparedStep step : steps) {
            if (!open.isEmpty() && !(isWrittenAhead(open.get(0), hasTokens) && canJoin(open, step, hasTokens))) {
                batches.add(new WriteAheadBatch(open));
                open.clear();
            }
            open.add(step);
        }
        if (!open.isEmpty()) {
            batches.add(new WriteAheadBatch(open));
        }
        return batches;
    }

    boolean hasSeveralSteps() {
        return steps.size() > 1;
    }

    /** The groups in which the statements of one of the steps are recorded. */
    List<StatementGroup> groups(PreparedStep step, boolean hasTokens) {
        return hasSeveralSteps()
                ? List.of(new StatementGroup(
                        StatementGroup.Kind.WRITE_AHEAD_BATCHED,
                        0,
                        step.statements().size()))
                : StatementGroup.of(step, 0, hasTokens);
    }

    private static boolean canJoin(List<PreparedStep> open, PreparedStep step, boolean hasTokens) {
        if (open.size() == MAX_STEPS || !isWrittenAhead(step, hasTokens)) {
            return false;
        }
        for (PreparedStep earlier : open) {
            for (PlannedStatement statement : step.statements()) {
                if (!StatementGroup.areIndependent(earlier.statements(), statement)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isWrittenAhead(PreparedStep step, boolean hasTokens) {
        List<StatementGroup> groups = StatementGroup.of(step, 0, hasTokens);
        return groups.size() == 1 && groups.get(0).kind() == StatementGroup.Kind.WRITE_AHEAD;
    }
}
