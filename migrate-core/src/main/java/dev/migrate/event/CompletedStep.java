package dev.migrate.event;

import dev.migrate.journal.Action;
import dev.migrate.plan.Direction;
import dev.migrate.revision.RevisionNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A step that has run and is recorded in the version table.
 *
 * @param direction up or down
 * @param revision the revision whose migration ran, or the name of the repeatable migration
 * @param action what ran, as the journal records it
 * @param statements the number of its statements, without the changes of the version table
 * @param completedAt the time at which the version table had recorded it, by the clock of the machine that ran it
 * @param elapsed the time that it took
 */
public record CompletedStep(
        Direction direction,
        RevisionNode revision,
        Action action,
        int statements,
        Instant completedAt,
        Duration elapsed) {

    /** Checks that nothing is null. */
    public CompletedStep {
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(completedAt, "completedAt");
        Objects.requireNonNull(elapsed, "elapsed");
    }
}
