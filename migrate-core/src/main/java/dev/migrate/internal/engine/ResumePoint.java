package dev.migrate.internal.engine;

import dev.migrate.error.InterruptedRunException;
import dev.migrate.error.StatementOutcomeUnknownException;
import dev.migrate.internal.Sha256;
import dev.migrate.journal.EntryState;
import dev.migrate.journal.JournalStatement;
import dev.migrate.journal.JournalStep;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.ProbeResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Determines how many statements of interrupted steps are done: a pure function of the journal, the current migrations,
 * and the results of effect probes. Used once.
 *
 * <p>Statements that the journal shows as done come first; they never run again. The statements whose intent was
 * recorded follow: the first of them are done, the rest is not. A statement that failed is not done. Statements run in
 * order, so a statement that had nothing to change is done if a later one is; otherwise it runs again, and has nothing
 * to change.
 */
final class ResumePoint {

    private static final String NO_STATEMENT = "no statement";

    private final List<InterruptedStep> steps;
    private final BiFunction<JournalStatement, PlannedStatement, ProbeResult> probe;
    private final UnaryOperator<String> mask;
    /**
     * The index of the last step with a statement that is known to be done, and the number of its statements that are.
     */
    private int reachedStep;

    private int reached;
    /** Whether a statement is known not to be done; then no later one is. */
    private boolean isBeyond;

    /**
     * Prepares the search.
     *
     * @param steps the steps in order: one, or several whose intent was recorded together
     * @param probe probes the effect of a statement in doubt
     * @param mask removes secrets from statements in messages
     */
    ResumePoint(
            List<InterruptedStep> steps,
            BiFunction<JournalStatement, PlannedStatement, ProbeResult> probe,
            UnaryOperator<String> mask) {
        this.steps = List.copyOf(steps);
        this.probe = probe;
        this.mask = mask;
    }

    /**
     * Counts the statements that are done.
     *
     * @return the number for each step
     * @throws InterruptedRunException if a statement that is done, or may be, has changed in the migration
     * @throws StatementOutcomeUnknownException if the outcome of a statement cannot be determined
     */
    List<Integer> done() {
        for (int i = 0; i < steps.size(); i++) {
            search(i, steps.get(i).journal());
        }
        List<Integer> done = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            InterruptedStep step = steps.get(i);
            if (i < reachedStep) {
                requireNoAddedStatements(step);
            }
            done.add(i < reachedStep ? step.size() : i == reachedStep ? reached : 0);
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
            if (entry.state() != EntryState.STARTED) {
                isBeyond = true;
                continue;
            }
            if (isBeyond && !isUnedited(index, entry)) {
                // It did not run, so it may be edited.
                continue;
            }
            requireUnedited(index, entry);
            ProbeResult result = probe.apply(entry, statements(index).get(entry.number() - 1));
            requireDecided(step, entry, result);
            isBeyond = isBeyond || result == ProbeResult.NOT_DONE;
            if (result == ProbeResult.DONE) {
                reach(index, entry.number());
            }
        }
    }

    private void reach(int index, int done) {
        reachedStep = index;
        reached = done;
    }

    private List<PlannedStatement> statements(int index) {
        return steps.get(index).prepared().statements();
    }

    private boolean isUnedited(int index, JournalStatement entry) {
        List<PlannedStatement> statements = statements(index);
        return entry.number() <= statements.size()
                && Sha256.of(statements.get(entry.number() - 1).text()).equals(entry.hash());
    }

    private void requireDecided(JournalStep step, JournalStatement entry, ProbeResult result) {
        boolean isOutOfOrder = isBeyond && result == ProbeResult.DONE;
        if (isOutOfOrder || result == ProbeResult.NEITHER_STATE) {
            throw unknown(
                    step,
                    entry,
                    "The database shows neither the state before the statement nor the state after it: it was changed"
                            + " since, or the server executed the statement only in part.");
        }
        if (result == ProbeResult.NOT_OBSERVABLE) {
            throw unknown(step, entry, "Its effect cannot be observed in the database.");
        }
    }

    private static StatementOutcomeUnknownException unknown(JournalStep step, JournalStatement entry, String reason) {
        return new StatementOutcomeUnknownException(
                step.revision(), entry.number(), StatementText.truncated(entry.text()), reason);
    }

    private void requireUnedited(int index, JournalStatement entry) {
        if (isUnedited(index, entry)) {
            return;
        }
        List<PlannedStatement> statements = statements(index);
        String now = entry.number() <= statements.size()
                ? mask.apply(statements.get(entry.number() - 1).text())
                : NO_STATEMENT;
        StatementDifference difference = StatementDifference.of(entry.text(), now);
        throw InterruptedRunException.migrationEdited(
                steps.get(index).journal().revision(), entry.number(), difference.before(), difference.now());
    }

    /** A step that later steps followed is complete. */
    private void requireNoAddedStatements(InterruptedStep step) {
        int all = step.journal().statementCount();
        if (step.size() > all) {
            throw InterruptedRunException.migrationEdited(
                    step.journal().revision(),
                    all + 1,
                    NO_STATEMENT,
                    shown(step.prepared().statements().get(all)));
        }
    }

    private String shown(PlannedStatement statement) {
        return StatementText.truncated(mask.apply(statement.text()));
    }
}
