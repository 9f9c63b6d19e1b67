package dev.migrate;

import dev.migrate.plan.Step;
import java.util.List;
import java.util.Objects;

/**
 * A step of a script.
 *
 * @param step the step: its direction, its revision, and what changes in the version table
 * @param statements the SQL of its migration, without delimiters, in the order in which it runs
 * @param rowChanges the SQL that records it in the version table
 */
public record ScriptStep(Step step, List<String> statements, List<String> rowChanges) {

    /** Copies the lists. */
    public ScriptStep {
        Objects.requireNonNull(step, "step");
        statements = List.copyOf(statements);
        rowChanges = List.copyOf(rowChanges);
    }
}
