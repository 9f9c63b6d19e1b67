package dev.migrate;

import dev.migrate.plan.Direction;
import dev.migrate.revision.RevisionNode;
import java.util.List;
import java.util.Objects;

/**
 * A step of a plan, with the costs of its statements.
 *
 * @param direction up or down
 * @param revision the revision whose migration would run
 * @param statements the statements, in order
 */
public record AnalyzedStep(Direction direction, RevisionNode revision, List<AnalyzedStatement> statements) {

    /** Copies the list. */
    public AnalyzedStep {
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(revision, "revision");
        statements = List.copyOf(statements);
    }
}
