package dev.migrate.run;

import dev.migrate.dialect.Statement;
import dev.migrate.error.EditedMigrationException;
import dev.migrate.error.UndecidableStatementException;
import dev.migrate.journal.JournalStatement;
import dev.migrate.journal.JournalStep;
import dev.migrate.journal.StatementState;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Finds out where an unfinished step stands. A pure function of what the journal says, what the migration says now, and
 * what can be seen in the database.
 *
 * <p>Statements that the journal knows as done come first; they never run again. Those that were about to run follow, in
 * order: some first ones are done, the rest is not. A statement that failed is not done. Since they ran one after the
 * other, one that had nothing to change is done if a later one is; otherwise it runs again and has nothing to change.
 */
final class Recovery {

    private final JournalStep step;
    private final List<Statement> statements;
    private final BiFunction<JournalStatement, Statement, Verdict> look;

    /**
     * Prepares the search.
     *
     * @param step what the journal says
     * @param statements the statements of the migration as it is now
     * @param look says what can be seen of a statement in doubt
     */
    Recovery(JournalStep step, List<Statement> statements, BiFunction<JournalStatement, Statement, Verdict> look) {
        this.step = step;
        this.statements = statements;
        this.look = look;
    }

    /**
     * Counts the statements that are done.
     *
     * @return how many; the next one is where the step goes on
     * @throws EditedMigrationException if one that is done, or may be, reads differently now
     * @throws UndecidableStatementException if one cannot be decided
     */
    int done() {
        int known = step.done();
        step.statements().subList(0, known).forEach(this::requireUnedited);
        int done = known;
        boolean isOver = false;
        for (JournalStatement entry :
                step.statements().subList(known, step.statements().size())) {
            if (entry.state() != StatementState.STARTED) {
                isOver = true;
                continue;
            }
            requireUnedited(entry);
            Verdict verdict = look.apply(entry, statements.get(entry.number() - 1));
            requireDecided(entry, verdict, isOver);
            isOver = isOver || verdict == Verdict.NOT_DONE;
            done = verdict == Verdict.DONE ? entry.number() : done;
        }
        return done;
    }

    private void requireDecided(JournalStatement entry, Verdict verdict, boolean isOver) {
        boolean isOutOfOrder = isOver && verdict == Verdict.DONE;
        if (isOutOfOrder || verdict == Verdict.CHANGED_OTHERWISE) {
            throw undecidable(
                    entry,
                    "What it is about looks neither as before it ran nor as it should look afterwards: somebody has"
                            + " changed it since, or the server left it half-way.");
        }
        if (verdict == Verdict.WITHOUT_TRACE) {
            throw undecidable(entry, "It leaves nothing behind by which it could be seen.");
        }
    }

    private UndecidableStatementException undecidable(JournalStatement entry, String seen) {
        return new UndecidableStatementException(
                step.revision(), entry.number(), FailedStatement.shortened(entry.text()), seen);
    }

    private void requireUnedited(JournalStatement entry) {
        boolean isThere = entry.number() <= statements.size();
        String now = isThere ? statements.get(entry.number() - 1).text() : "";
        if (!isThere || !TextHash.of(now).equals(entry.hash())) {
            throw new EditedMigrationException(
                    step.revision(),
                    entry.number(),
                    FailedStatement.shortened(entry.text()),
                    isThere ? FailedStatement.shortened(ShownText.of(now)) : "no statement any more.");
        }
    }
}
