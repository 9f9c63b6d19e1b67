package dev.migrate;

import dev.migrate.journal.Action;
import dev.migrate.plan.Direction;
import dev.migrate.plan.RehearsedStatement;
import dev.migrate.revision.RevisionNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A step of a plan, with the costs of its statements.
 *
 * @param direction up or down
 * @param revision the revision whose migration would run, or the name of the repeatable migration
 * @param action what would run, as the journal would record it
 * @param statements the statements, in order
 */
public record AnalyzedStep(
        Direction direction, RevisionNode revision, Action action, List<AnalyzedStatement> statements) {

    /** Copies the list. */
    public AnalyzedStep {
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(action, "action");
        statements = List.copyOf(statements);
    }

    /** Returns a copy in which times that are not known are estimated from a rehearsal. */
    AnalyzedStep withTimesOf(Rehearsal rehearsal) {
        List<AnalyzedStatement> timed = new ArrayList<>(statements);
        for (RehearsedStatement rehearsed : rehearsal.statements()) {
            boolean isOfThis = rehearsed.direction() == direction
                    && rehearsed.revision().id().equals(revision.id());
            if (isOfThis && rehearsed.number() <= timed.size()) {
                timed.set(
                        rehearsed.number() - 1,
                        timed.get(rehearsed.number() - 1).withTimeOf(rehearsed, rehearsal.rows()));
            }
        }
        return new AnalyzedStep(direction, revision, action, timed);
    }
}
