package dev.migrate.internal.engine;

import dev.migrate.error.InterruptedRunException;
import dev.migrate.error.StatementOutcomeUnknownException;
import dev.migrate.journal.JournalStatement;
import dev.migrate.journal.JournalStep;
import dev.migrate.journal.StatementState;
import dev.migrate.provider.PlannedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Finds out where unfinished steps stand. A pure function of what the journal says, what the migrations say now, and what
 * can be seen in the database.
 *
 * <p>Statements that the journal knows as done come first; they never run again. Those that were about to run follow, in
 * order: some first ones are done, the rest is not. A statement that failed is not done. Since they ran one after the
 * other, one that had nothing to change is done if a later one is; otherwise it runs again and has nothing to change.
 */
final class Recovery {

    private final List<InterruptedStep> steps;
    private final BiFunction<JournalStatement, PlannedStatement, ProbeResult> look;

    /** The step that the last statement belongs to which is known to be done, and how many of its statements are. */
    private int reachedStep;

    private int reached;

    /** Whether a statement is known not to be done: then none behind it is. */
    private boolean isOver;

    /**
     * Prepares the search.
     *
     * @param steps the steps in their order, announced together, or one
     * @param look says what can be seen of a statement in doubt
     */
    Recovery(List<InterruptedStep> steps, BiFunction<JournalStatement, PlannedStatement, ProbeResult> look) {
        this.steps = List.copyOf(steps);
        this.look = look;
    }

    /**
     * Counts the statements that are done.
     *
     * @return how many of each step; the one behind them is where things go on
     * @throws InterruptedRunException if one that is done, or may be, reads differently now
     * @throws StatementOutcomeUnknownException if one cannot be decided
     */
    List<Integer> done() {
        for (int i = 0; i < steps.size(); i++) {
            search(i, steps.get(i).journal());
        }
        List<Integer> done = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            InterruptedStep step = steps.get(i);
            if (i < reachedStep) {
                requireNothingAdded(step);
            }
            int all = step.prepared().statements().size();
            done.add(i < reachedStep ? all : i == reachedStep ? reached : 0);
        }
        return done;
    }

    private void search(int index, JournalStep step) {
        int known = step.done();
        step.statements().subList(0, known).forEach(entry -> requireUnedited(index, entry));
        if (known > 0) {
            reach(index, known);
        }
        for (JournalStatement entry :
                step.statements().subList(known, step.statements().size())) {
            if (entry.state() != StatementState.STARTED) {
                isOver = true;
                continue;
            }
            if (isOver && !isUnedited(index, entry)) {
                // It did not run, so that it may be mended.
                continue;
            }
            requireUnedited(index, entry);
            ProbeResult verdict = look.apply(entry, now(index).get(entry.number() - 1));
            requireDecided(step, entry, verdict);
            isOver = isOver || verdict == ProbeResult.NOT_DONE;
            if (verdict == ProbeResult.DONE) {
                reach(index, entry.number());
            }
        }
    }

    private void reach(int index, int done) {
        reachedStep = index;
        reached = done;
    }

    private List<PlannedStatement> now(int index) {
        return steps.get(index).prepared().statements();
    }

    private boolean isUnedited(int index, JournalStatement entry) {
        List<PlannedStatement> now = now(index);
        return entry.number() <= now.size()
                && Sha256.of(now.get(entry.number() - 1).text()).equals(entry.hash());
    }

    private void requireDecided(JournalStep step, JournalStatement entry, ProbeResult verdict) {
        boolean isOutOfOrder = isOver && verdict == ProbeResult.DONE;
        if (isOutOfOrder || verdict == ProbeResult.NEITHER_STATE) {
            throw undecidable(
                    step,
                    entry,
                    "What it is about looks neither as before it ran nor as it should look afterwards: somebody has"
                            + " changed it since, or the server left it half-way.");
        }
        if (verdict == ProbeResult.NOT_OBSERVABLE) {
            throw undecidable(step, entry, "It leaves nothing behind by which it could be seen.");
        }
    }

    private static StatementOutcomeUnknownException undecidable(JournalStep step, JournalStatement entry, String seen) {
        return new StatementOutcomeUnknownException(
                step.revision(), entry.number(), FailedStatement.shortened(entry.text()), seen);
    }

    private void requireUnedited(int index, JournalStatement entry) {
        if (isUnedited(index, entry)) {
            return;
        }
        List<PlannedStatement> now = now(index);
        throw InterruptedRunException.migrationEdited(
                steps.get(index).journal().revision(),
                entry.number(),
                FailedStatement.shortened(entry.text()),
                entry.number() <= now.size()
                        ? FailedStatement.shortened(
                                MaskedSql.of(now.get(entry.number() - 1).text()))
                        : "no statement.");
    }

    /** A step that others have followed is over. */
    private static void requireNothingAdded(InterruptedStep step) {
        List<PlannedStatement> now = step.prepared().statements();
        int all = step.journal().statementCount();
        if (now.size() > all) {
            throw InterruptedRunException.migrationEdited(
                    step.journal().revision(),
                    all + 1,
                    "no statement.",
                    FailedStatement.shortened(MaskedSql.of(now.get(all).text())));
        }
    }
}
