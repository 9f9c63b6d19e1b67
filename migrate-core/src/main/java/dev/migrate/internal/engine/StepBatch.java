package dev.migrate.internal.engine;

import dev.migrate.provider.PlannedStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps that follow each other and are announced with one note of the journal, which costs one commit instead of one for
 * each: all of their statements can be seen afterwards, each by itself. Every other step is a batch of its own.
 *
 * @param steps the steps, one at least
 */
record StepBatch(List<PreparedStep> steps) {

    /** Beyond that, next to nothing is won, and the version table would lag the further behind. */
    private static final int MOST_STEPS = 16;

    /** Copies the list. */
    StepBatch {
        steps = List.copyOf(steps);
    }

    /**
     * Puts steps together.
     *
     * @param steps the steps, in the order in which they run
     * @param hasTokens whether statements get ids that the server commits together with them
     */
    static List<StepBatch> of(List<PreparedStep> steps, boolean hasTokens) {
        List<StepBatch> batches = new ArrayList<>();
        List<PreparedStep> open = new ArrayList<>();
        for (PreparedStep step : steps) {
            if (!open.isEmpty() && !(isAhead(open.get(0), hasTokens) && canJoin(open, step, hasTokens))) {
                batches.add(new StepBatch(open));
                open.clear();
            }
            open.add(step);
        }
        if (!open.isEmpty()) {
            batches.add(new StepBatch(open));
        }
        return batches;
    }

    boolean isOfSeveral() {
        return steps.size() > 1;
    }

    private static boolean canJoin(List<PreparedStep> open, PreparedStep step, boolean hasTokens) {
        if (open.size() == MOST_STEPS || !isAhead(step, hasTokens)) {
            return false;
        }
        for (PreparedStep earlier : open) {
            for (PlannedStatement statement : step.statements()) {
                if (!StatementGroup.isApart(earlier.statements(), statement)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isAhead(PreparedStep step, boolean hasTokens) {
        List<StatementGroup> segments = StatementGroup.of(step.statements(), 0, hasTokens);
        return segments.size() == 1 && segments.get(0).kind() == StatementGroup.Kind.WRITE_AHEAD;
    }
}
